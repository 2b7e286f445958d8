# Objects and methods: a round-robin scheduler of tasks that send each other packets.
class Packet:
    def __init__(self, kind, value):
        self.kind = kind
        self.value = value
        self.hops = 0


class Task:
    def __init__(self, name, priority):
        self.name = name
        self.priority = priority
        self.inbox = []
        self.handled = 0
        self.peer = None

    def receive(self, packet):
        packet.hops += 1
        self.inbox.append(packet)

    def is_ready(self):
        return len(self.inbox) > 0

    def run(self):
        packet = self.inbox.pop()
        self.handled += 1
        self.handle(packet)

    def handle(self, packet):
        raise NotImplementedError


class Worker(Task):
    def handle(self, packet):
        packet.value = (packet.value * 31 + self.priority) % 10007
        self.peer.receive(packet)


class Device(Task):
    def __init__(self, name, priority, delay):
        super().__init__(name, priority)
        self.delay = delay
        self.waiting = delay

    def is_ready(self):
        if not self.inbox:
            return False
        self.waiting -= 1
        if self.waiting <= 0:
            self.waiting = self.delay
            return True
        return False

    def handle(self, packet):
        packet.kind = 1 - packet.kind
        self.peer.receive(packet)


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.switches = 0

    def add(self, task):
        self.tasks.append(task)
        return task

    def run(self, rounds):
        for _ in range(rounds):
            for task in self.tasks:
                if task.is_ready():
                    self.switches += 1
                    task.run()


def main():
    s = Scheduler()
    tasks = []
    for i in range(8):
        kind = Device("device%d" % i, i, i % 3 + 1) if i % 3 == 0 else Worker("worker%d" % i, i)
        tasks.append(s.add(kind))
    for a, b in zip(tasks, tasks[1:] + tasks[:1]):
        a.peer = b
    packets = [Packet(i % 2, i) for i in range(20)]
    for i, p in enumerate(packets):
        tasks[i % 8].receive(p)
    s.run(260000)
    print(s.switches, [t.handled for t in tasks], sum(p.value * (p.kind + 1) + p.hops for p in packets))


main()

# Linked lists and queues: pushed, reversed, merged, dropped.
class Link:
    __slots__ = ("value", "next")

    def __init__(self, value, next):
        self.value = value
        self.next = next


def from_range(n):
    head = None
    for i in range(n):
        head = Link(i, head)
    return head


def reverse(head):
    prev = None
    while head is not None:
        head.next, prev, head = prev, head, head.next
    return prev


def total(head):
    s = 0
    while head is not None:
        s += head.value
        head = head.next
    return s


def drop_odd(head):
    while head is not None and head.value % 2:
        head = head.next
    node = head
    while node is not None:
        n = node.next
        while n is not None and n.value % 2:
            n = n.next
        node.next = n
        node = n
    return head


class Queue:
    def __init__(self):
        self.head = self.tail = None
        self.size = 0

    def push(self, v):
        link = Link(v, None)
        if self.tail is None:
            self.head = link
        else:
            self.tail.next = link
        self.tail = link
        self.size += 1

    def pop(self):
        v = self.head.value
        self.head = self.head.next
        if self.head is None:
            self.tail = None
        self.size -= 1
        return v


def main():
    s = 0
    for _ in range(12):
        a = reverse(from_range(60000))
        s += total(drop_odd(a))
    q = Queue()
    for i in range(300000):
        q.push(i)
        if i % 3:
            s ^= q.pop()
    print(s, q.size, q.pop())


main()

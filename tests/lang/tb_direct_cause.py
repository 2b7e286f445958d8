# "The above exception was the direct cause of the following exception".
class ConfigError(Exception):
    pass


def parse(s):
    try:
        return int(s)
    except ValueError as e:
        raise ConfigError(f"bad number {s!r}") from e


print(parse("12"))
try:
    parse("x1")
except ConfigError as e:
    raise RuntimeError("startup failed") from e

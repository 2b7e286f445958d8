/* time.c: the module time: clocks, sleeping, and the calendar of C's library. */
#include "runtime/native.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

enum { NANOSECONDS = 1000000000 };

/* ---- Clocks: X(name, C clock) gives name() and name_ns() ---- */

#define CLOCKS(X)                                                                                  \
    X(time, CLOCK_REALTIME)                                                                        \
    X(monotonic, CLOCK_MONOTONIC)                                                                  \
    X(perf_counter, CLOCK_MONOTONIC)                                                               \
    X(process_time, CLOCK_PROCESS_CPUTIME_ID)                                                      \
    X(thread_time, CLOCK_THREAD_CPUTIME_ID)

static int64_t clock_nanoseconds(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now)) {
        raise_os(errno, EMPTY);
    }
    return (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
}

#define X(name, clock)                                                                             \
    static Value time_##name(Args args)                                                            \
    {                                                                                              \
        (void)args;                                                                                \
        return value_float((double)clock_nanoseconds(clock) / NANOSECONDS);                        \
    }                                                                                              \
    static Value time_##name##_ns(Args args)                                                       \
    {                                                                                              \
        (void)args;                                                                                \
        return int_from_int64(clock_nanoseconds(clock));                                           \
    }
CLOCKS(X)
#undef X

/* ---- Sleeping ---- */

static Value time_sleep(Args args)
{
    double seconds = is_any_int(args.at[0]) ? int_to_double(args.at[0]) : -1.0;
    if (!is_any_int(args.at[0])) {
        if (!is_any_float(args.at[0])) {
            raise_type("'%T' object cannot be interpreted as an integer", args.at[0]);
        }
        seconds = arg_float(args, 0);
    }
    if (seconds != seconds) {
        raise_value("Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
        raise_value("sleep length must be non-negative");
    }
    if (seconds > 9.2e9) {
        raise_overflow("timestamp too large to convert to C _PyTime_t");
    }
    int64_t end = clock_nanoseconds(CLOCK_MONOTONIC) + (int64_t)ceil(seconds * NANOSECONDS);
    struct timespec until = {end / NANOSECONDS, end % NANOSECONDS};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
        check_interrupt();
    }
    return NONE;
}

/* ---- struct_time: a tuple whose items have names ---- */

#define TIME_FIELDS(X)                                                                             \
    X(tm_year, 0)                                                                                  \
    X(tm_mon, 1)                                                                                   \
    X(tm_mday, 2)                                                                                  \
    X(tm_hour, 3)                                                                                  \
    X(tm_min, 4)                                                                                   \
    X(tm_sec, 5)                                                                                   \
    X(tm_wday, 6)                                                                                  \
    X(tm_yday, 7)                                                                                  \
    X(tm_isdst, 8)

enum { TIME_FIELD_COUNT = 9 };

static Type struct_time_type;

#define X(name, index)                                                                             \
    static Value get_##name(Value self)                                                            \
    {                                                                                              \
        return as_tuple(self)->at[index].v;                                                        \
    }
TIME_FIELDS(X)
#undef X

static const GetSetDef time_getsets[] = {
#define X(name, index) {#name, get_##name, NULL},
    TIME_FIELDS(X)
#undef X
        {0},
};

static Value time_repr(Value self)
{
    static const char *const names[] = {
#define X(name, index) #name,
        TIME_FIELDS(X)
#undef X
    };
    StrBuilder b;
    builder_start(&b);
    builder_c(&b, "time.struct_time(");
    for (size_t i = 0; i < TIME_FIELD_COUNT; i++) {
        builder_printf(&b, "%s%s=%V", i ? ", " : "", names[i], as_tuple(self)->at[i].v);
    }
    builder_char(&b, ')');
    return builder_end(&b);
}

static Value struct_time_from(const Value *at)
{
    Tuple *t = instance_new_sized(&struct_time_type,
                                  sizeof(Tuple) + TIME_FIELD_COUNT * sizeof(Slot));
    t->count = TIME_FIELD_COUNT;
    mm_init_run(t, t->at, at, TIME_FIELD_COUNT);
    return value_from(t);
}

static Value make(Args args)
{
    Value items = tuple_from_iterable(args.at[1]);
    const Tuple *t = as_tuple(items);
    if (t->count < TIME_FIELD_COUNT) {
        raise_type("time.struct_time() takes an at least 9-sequence (%zu-sequence given)",
                   t->count);
    }
    return struct_time_from((const Value *)t->at);
}

static const NativeDef struct_time_make = {"struct_time", make, "cls, sequence, /", NULL, 0, 0};

static Type struct_time_type = {
    .name = "time.struct_time",
    .base = &tuple_type,
    .flags = TYPE_TUPLE,
    .repr = time_repr,
    .make = &struct_time_make,
    .getsets = time_getsets,
};

/* ---- The calendar ---- */

static Value from_tm(const struct tm *tm)
{
    Value at[TIME_FIELD_COUNT] = {
        value_int(tm->tm_year + INT64_C(1900)), value_int(tm->tm_mon + 1), value_int(tm->tm_mday),
        value_int(tm->tm_hour),        value_int(tm->tm_min),     value_int(tm->tm_sec),
        value_int((tm->tm_wday + 6) % 7), value_int(tm->tm_yday + 1), value_int(tm->tm_isdst)};
    return struct_time_from(at);
}

static struct tm to_tm(Value v, const char *function)
{
    int64_t at[TIME_FIELD_COUNT];
    if (!is_tuple(v)) {
        raise_type("Tuple or struct_time argument required");
    }
    if (as_tuple(v)->count != TIME_FIELD_COUNT) {
        raise_type("%s(): illegal time tuple argument", function);
    }
    for (size_t i = 0; i < TIME_FIELD_COUNT; i++) {
        at[i] = op_index_int64(as_tuple(v)->at[i].v);
        if (at[i] < INT32_MIN + 2000 || at[i] > INT32_MAX) {
            raise_overflow("signed integer is greater than maximum");
        }
    }
    return (struct tm){
        .tm_year = (int)(at[0] - 1900),
        .tm_mon = (int)at[1] - 1,
        .tm_mday = (int)at[2],
        .tm_hour = (int)at[3],
        .tm_min = (int)at[4],
        .tm_sec = (int)at[5],
        .tm_wday = (int)((at[6] + 1) % 7),
        .tm_yday = (int)at[7] - 1,
        .tm_isdst = (int)at[8],
    };
}

static void check_tm(const struct tm *tm)
{
    static const struct {
        size_t at;
        int least, most;
        const char *name;
    } fields[] = {
        {offsetof(struct tm, tm_mon), 0, 11, "month"},
        {offsetof(struct tm, tm_mday), 1, 31, "day of month"},
        {offsetof(struct tm, tm_hour), 0, 23, "hour"},
        {offsetof(struct tm, tm_min), 0, 59, "minute"},
        {offsetof(struct tm, tm_sec), 0, 61, "seconds"},
        {offsetof(struct tm, tm_wday), 0, 6, "day of week"},
        {offsetof(struct tm, tm_yday), 0, 365, "day of year"},
    };
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        int v = *(const int *)((const char *)tm + fields[i].at);
        if (v < fields[i].least || v > fields[i].most) {
            raise_value("%s out of range", fields[i].name);
        }
    }
}

/* Seconds given, or now. */
static time_t seconds_arg(Args args, uint32_t i)
{
    Value v = arg_or(args, i, NONE);
    if (v == NONE) {
        return (time_t)(clock_nanoseconds(CLOCK_REALTIME) / NANOSECONDS);
    }
    int64_t seconds;
    if (is_any_float(v)) {
        double d = floor(arg_float(args, i));
        if (d != d) {
            raise_value("Invalid value NaN (not a number)");
        }
        if (fabs(d) > 9e18) {
            raise_overflow("timestamp out of range for platform time_t");
        }
        return (time_t)d;
    }
    if (!int_to_int64(op_index(v), &seconds)) {
        raise_overflow("timestamp out of range for platform time_t");
    }
    return (time_t)seconds;
}

static Value time_localtime(Args args)
{
    time_t seconds = seconds_arg(args, 0);
    struct tm tm;
    if (!localtime_r(&seconds, &tm)) {
        raise_os(errno, EMPTY);
    }
    return from_tm(&tm);
}

static Value time_gmtime(Args args)
{
    time_t seconds = seconds_arg(args, 0);
    struct tm tm;
    if (!gmtime_r(&seconds, &tm)) {
        raise_os(errno, EMPTY);
    }
    return from_tm(&tm);
}

static struct tm tm_arg(Args args, uint32_t i, const char *function)
{
    if (arg_given(args, i)) {
        return to_tm(args.at[i], function);
    }
    time_t now = seconds_arg((Args){NULL, 0}, 0);
    struct tm tm;
    localtime_r(&now, &tm);
    return tm;
}

static Value time_strftime(Args args)
{
    if (!is_str(args.at[0])) {
        raise_type("strftime() argument 1 must be str, not %T", args.at[0]);
    }
    const char *format = str_utf8(args.at[0], NULL);
    struct tm tm = tm_arg(args, 1, "strftime");
    check_tm(&tm);
    if (!*format) {
        return str_empty();
    }
    for (size_t room = 256; room < 1 << 20; room *= 4) {
        char *text = scratch_bytes(room);
        size_t length = strftime(text, room, format, &tm);
        if (length) {
            return str_from_utf8(text, length);
        }
    }
    return str_empty();
}

/* "Sun Jun  9 01:21:11 1993" */
static Value text_of(const struct tm *tm)
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    check_tm(tm);
    return str_format("%.*s %.*s%3d %02d:%02d:%02d %d", 3, days + tm->tm_wday * 3, 3,
                      months + tm->tm_mon * 3, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
                      tm->tm_year + 1900);
}

static Value time_asctime(Args args)
{
    struct tm tm = tm_arg(args, 0, "asctime");
    return text_of(&tm);
}

static Value time_ctime(Args args)
{
    time_t seconds = seconds_arg(args, 0);
    struct tm tm;
    if (!localtime_r(&seconds, &tm)) {
        raise_os(errno, EMPTY);
    }
    return text_of(&tm);
}

static Value time_mktime(Args args)
{
    struct tm tm = to_tm(args.at[0], "mktime");
    tm.tm_wday = -1;
    time_t seconds = mktime(&tm);
    if (seconds == (time_t)-1 && tm.tm_wday == -1) {
        raise_overflow("mktime argument out of range");
    }
    return value_float((double)seconds);
}

/* ---- The module ---- */

static const NativeDef functions[] = {
#define X(name, clock)                                                                             \
    {#name, time_##name, "", NULL, 0, 0}, {#name "_ns", time_##name##_ns, "", NULL, 0, 0},
    CLOCKS(X)
#undef X
        {"sleep", time_sleep, "secs, /", NULL, 0, 0},
    {"localtime", time_localtime, "secs=, /", NULL, 0, 0},
    {"gmtime", time_gmtime, "secs=, /", NULL, 0, 0},
    {"strftime", time_strftime, "format, tuple=, /", NULL, 0, 0},
    {"asctime", time_asctime, "tuple=, /", NULL, 0, 0},
    {"ctime", time_ctime, "secs=, /", NULL, 0, 0},
    {"mktime", time_mktime, "tuple, /", NULL, 0, 0},
    {0},
};

static void fill(Value module)
{
    tzset();
    type_ready(&struct_time_type);
    module_set(module, "struct_time", value_from(&struct_time_type));
    module_set(module, "timezone", int_from_int64(timezone));
    module_set(module, "daylight", value_int(daylight));
    module_set(module, "tzname", tuple_of(2, str_from(tzname[0]), str_from(tzname[1])));
}

const ModuleDef time_module = {
    .name = "time",
    .doc = "This module provides various functions to manipulate time values.",
    .functions = functions,
    .fill = fill,
};

# Hognose. `make help` lists what there is. Everything of vm/, runtime/ and stdlib/ is compiled once
# per memory manager; each engine's objects are joined, all but engine_NAME made local, and the
# launcher links them. A subset builds faster: make ENGINES="refcount generational".

ENGINES ?= refcount marksweep generational boehm none
BUILD ?= build
CC = gcc
MAKEFLAGS += -j$(shell nproc) --no-builtin-rules

OPT ?= -O2
CFLAGS = -std=gnu11 -g $(OPT) -Wall -Wextra -Werror -Wno-clobbered \
         -Wno-unknown-warning-option -fno-pie -fno-plt -fno-math-errno \
         -fno-strict-aliasing -fno-semantic-interposition -fvisibility=hidden -I. $(EXTRA)
LDFLAGS = -no-pie $(EXTRA)
LIBS = -lgmp -lpcre2-8 -lutf8proc -ldl -lm
ifneq ($(filter boehm,$(ENGINES)),)
LIBS += -lgc
endif
ifdef SANITIZE
OPT = -O1 -fno-omit-frame-pointer
EXTRA = -fsanitize=address,undefined -fno-sanitize-recover=undefined \
        -fno-sanitize=alignment
endif

LAUNCHER = vm/main.c vm/compare.c vm/outputs.c
ALL_MANAGERS = refcount marksweep generational boehm none
SOURCES = $(filter-out $(LAUNCHER),$(sort $(shell find vm runtime stdlib -name '*.c')))
PYTHON = $(sort $(shell find stdlib -name '*.py'))
MM_ONLY = $(ALL_MANAGERS:%=runtime/mm/%.c)

.PHONY: all demo test unit stress asan bench oracle includes setup help clean
.SECONDARY:
.DELETE_ON_ERROR:
all: $(BUILD)/hognose

help:
	@echo 'make            build $(BUILD)/hognose (with the packages of `make setup`)'
	@echo 'make demo       install what is missing, build, compare the managers on a blog script'
	@echo 'make test       unit tests, scripts under every manager, command line, prompt, includes'
	@echo 'make stress     the scripts again with --gc-stress and --gc-verify'
	@echo 'make asan       build with the address and undefined-behaviour sanitizers, run the tests'
	@echo 'make bench      speed against python3'
	@echo 'make oracle     print again, by python3, what the test scripts must print'
	@echo 'make setup      install missing Debian packages (apt-get)'
	@echo 'make clean      remove $(BUILD)'
	@echo 'Settings: ENGINES="refcount generational" (a subset), BUILD=dir, CC=clang, OPT=-O0'

# One engine: $(1) is the manager.
define ENGINE
OBJECTS_$(1) = $$(patsubst %.c,$(BUILD)/$(1)/%.o,\
    $$(filter-out $$(filter-out runtime/mm/$(1).c,$(MM_ONLY)),$(SOURCES))) $(BUILD)/$(1)/embedded.o
FLAGS_$(1) = -DMM_HEADER='"runtime/mm/$(1).h"' -DMM_NAME='"$(1)"' -DMM_ENGINE=engine_$(1)

$(BUILD)/$(1)/%.o: %.c
	@mkdir -p $$(@D)
	@echo '  $(1) $$<'
	@$$(CC) $$(CFLAGS) $$(FLAGS_$(1)) $$(if $$(findstring /kernels,$$<),$$(KERNEL_FLAGS)) \
	    -MMD -MP -c $$< -o $$@
$(BUILD)/$(1)/embedded.o: $(BUILD)/embedded.c
	@mkdir -p $$(@D)
	@$$(CC) $$(CFLAGS) $$(FLAGS_$(1)) -c $$< -o $$@
$(BUILD)/engine_$(1).o: $$(OBJECTS_$(1)) Makefile
	@echo '  engine $(1)'
	@ld -r -o $$@.tmp $$(OBJECTS_$(1))
	@objcopy --keep-global-symbol=engine_$(1) $$@.tmp $$@
	@rm -f $$@.tmp
-include $$(OBJECTS_$(1):.o=.d)
endef
KERNEL_FLAGS = $(if $(SANITIZE),,-O3)
$(foreach engine,$(ENGINES),$(eval $(call ENGINE,$(engine))))

$(BUILD)/launcher/%.o: %.c $(BUILD)/engines.txt
	@mkdir -p $(@D)
	@echo '  launcher $<'
	@$(CC) $(CFLAGS) -DENGINES='$(foreach e,$(ENGINES),X($(e)))' -MMD -MP -c $< -o $@
LAUNCHER_OBJECTS = $(patsubst %.c,$(BUILD)/launcher/%.o,$(wildcard $(LAUNCHER)))
-include $(LAUNCHER_OBJECTS:.o=.d)

# Rewritten only when the list of engines changes.
$(BUILD)/engines.txt: FORCE
	@mkdir -p $(@D)
	@echo '$(ENGINES)' | cmp -s - $@ || echo '$(ENGINES)' > $@
.PHONY: FORCE

$(BUILD)/hognose: $(LAUNCHER_OBJECTS) $(ENGINES:%=$(BUILD)/engine_%.o)
	@echo '  link $@'
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

# The modules written in Python, as C strings: stdlib/a/b.py is module a.b.
$(BUILD)/embedded.c: $(PYTHON) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "stdlib/embedded.h"'; \
	   echo 'const EmbeddedModule embedded_modules[] = {'; \
	   for file in $(PYTHON); do \
	       name=$$(echo $$file | sed -e 's,^stdlib/,,; s,\.py$$,,; s,/__init__$$,,; s,/,.,g'); \
	       case $$file in */__init__.py) package=true;; *) package=false;; esac; \
	       printf '{"%s", %s,\n' $$name $$package; \
	       sed -e 's/\\/\\\\/g; s/"/\\"/g; s/?/\\?/g; s/^/"/; s/$$/\\n"/' $$file; \
	       echo '},'; \
	   done; \
	   echo '{0, 0, 0}};'; } > $@

setup:
	@sh tests/setup
demo:
	@$(MAKE) --no-print-directory setup
	@$(MAKE) --no-print-directory all
	$(BUILD)/hognose --compare examples/blog/mixed.py

# Every part prints its failures and ends with "N passed, N failed"; the sum comes last.
test: setup
	@$(MAKE) --no-print-directory all
	@CC="$(CC)" CFLAGS="$(CFLAGS)" sh tests/sum "tests/includes" "tests/unit_run $(BUILD)" \
	    "tests/run $(BUILD)/hognose --managers $(COMMAS)" \
	    "tests/cli/run $(BUILD)/hognose" "tests/repl/run $(BUILD)/hognose $(COMMAS)"
unit:
	@CC="$(CC)" CFLAGS="$(CFLAGS)" sh tests/unit_run $(BUILD)
includes:
	@tests/includes
empty :=
COMMAS = $(subst $(empty) ,$(comma),$(strip $(ENGINES)))
comma := ,
STRESSED = $(subst $(empty) ,$(comma),$(strip $(filter-out none,$(ENGINES))))
stress: all
	tests/run $(BUILD)/hognose --managers $(STRESSED) --flags "--gc-stress=50 --gc-verify" --timeout 120
asan:
	@$(MAKE) --no-print-directory BUILD=build/asan SANITIZE=1 all
	@CC="$(CC)" CFLAGS="$(CFLAGS)" ASAN_OPTIONS=detect_leaks=0 sh tests/sum \
	    "tests/unit_run build/asan" "tests/run build/asan/hognose --managers $(COMMAS) --timeout 60"
bench: all
	tests/bench/run $(BUILD)/hognose
oracle:
	tests/oracle
clean:
	rm -rf $(BUILD)

# On a fresh Debian 12 with a Swift toolchain, `make demo` and `make test` do all the set-up; both are quick the second time.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
RELEASE := swift build -c release --static-swift-stdlib -Xlinker -s
BINARY := .build/release/logbrief
VENV := .build-venv
PYTHON := $(VENV)/bin/python
REPORT := site/nids-login-attempts
FUZZ_SECONDS ?= 600
FUZZ := .build/fuzz
# A crash of Swift is libFuzzer's to report.
FUZZER := SWIFT_BACKTRACE=enable=no $(FUZZ)/release/logbrief-fuzz -timeout=60 -artifact_prefix=$(FUZZ)/

# The benchmark: where its logs and its Python lie, how many rows its largest log has, and how often each command is timed.
BENCH := .build-bench
BENCH_ROWS ?= 10000000
BENCH_RUNS ?= 3

# Installs the Debian packages named that are missing, and says which.
define install-packages
missing=(); \
for package in $(1); do \
  [[ "$$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null)" == installed ]] || missing+=("$$package"); \
done; \
if (( $${#missing[@]} > 0 )); then \
  echo "Installing from Debian: $${missing[*]}"; \
  as_root=(env DEBIAN_FRONTEND=noninteractive); \
  if (( EUID != 0 )); then as_root=(sudo "$${as_root[@]}"); fi; \
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || "$${as_root[@]}" apt-get -qq update; \
  install=("$${as_root[@]}" apt-get install -qq -y --no-install-recommends "$${missing[@]}"); \
  "$${install[@]}" || { "$${as_root[@]}" apt-get -qq update; "$${install[@]}"; }; \
fi
endef

# The package that brings a command, unless the command is there.
unless-command = $(if $(shell command -v $(1)),,$(2))

.PHONY: help demo test fuzz bench install format clean
.PHONY: packages release site lint unit-tests fuzzer fuzz-briefly browser-tests test-packages bench-packages

help: ## list these targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

demo: site ## set up, build a release, simulate logs, build the example site
	@echo
	@echo 'The example site is built. Open one of these in a browser:'
	@echo '  $(CURDIR)/site/public/index.html'
	@echo '  $(CURDIR)/site/public/$(notdir $(REPORT))/index.html'

test: lint unit-tests fuzz-briefly browser-tests ## set up what the tests need and run them all

fuzz: fuzzer ## look for inputs that the fast readers misread (FUZZ_SECONDS=600)
	@mkdir -p $(FUZZ)/corpus
	$(FUZZER) -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 $(FUZZ)/corpus Tests/Fuzz/seeds

bench: release $(BENCH)/venv/installed ## compare speed and memory with DuckDB, Polars and pandas (BENCH_ROWS=10000000 BENCH_RUNS=3)
	$(BENCH)/venv/bin/python Tests/Benchmarks/bench.py --logbrief $(BINARY) --folder $(BENCH) \
	  --rows $(BENCH_ROWS) --runs $(BENCH_RUNS) --keep Tests/Benchmarks/RESULTS.md

install: release ## install a release binary that needs no Swift (PREFIX=/usr/local)
	install -D -m 755 $(BINARY) '$(DESTDIR)$(PREFIX)/bin/logbrief'

format: ## format all Swift sources
	swift format -i -r -p Package.swift Sources Tests

clean: ## remove everything that was built
	rm -rf .build $(VENV) $(BENCH) site/public $(REPORT)/data

packages:
	@command -v swift >/dev/null || { echo 'make: no Swift toolchain found; see https://www.swift.org/install/linux/' >&2; exit 1; }
	@$(call install-packages,libcmark-dev libpcre2-dev zlib1g-dev)

release: packages
	$(RELEASE)

site: release
	@mkdir -p $(REPORT)/data
	$(BINARY) simulate nids --seed 42 -o $(REPORT)/data/network_logs.csv
	$(BINARY) build site

lint:
	swift format lint --strict -r -p Package.swift Sources Tests

unit-tests: packages
	@$(call install-packages,$(call unless-command,strace,strace))
	swift test --disable-xctest

# The Swift compiler heeds the last flag -sanitize alone, so that it must name both; SwiftPM's own lets libFuzzer bring the main function.
fuzzer: packages
	LOGBRIEF_FUZZ=1 swift build -c release --scratch-path $(FUZZ) --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address \
	  -Xswiftc -enable-testing --product logbrief-fuzz

# From the same seeds each time, and nothing kept.
fuzz-briefly: fuzzer
	@rm -rf $(FUZZ)/brief && mkdir $(FUZZ)/brief
	$(FUZZER) -max_total_time=20 -seed=1 -verbosity=0 $(FUZZ)/brief Tests/Fuzz/seeds

browser-tests: site test-packages $(VENV)/installed
	$(PYTHON) Tests/Browser/check_site.py site/public
	$(PYTHON) Tests/Browser/check_hostile.py $(BINARY)

# A Python that can make virtual environments.
python-packages = $(if $(shell python3 -c 'import ensurepip' 2>&1),python3 python3-venv)

test-packages:
	@$(call install-packages,$(call unless-command,chromium,chromium) $(call unless-command,java,default-jre-headless) \
	  $(python-packages))

bench-packages:
	@$(call install-packages,$(python-packages))

$(VENV)/installed: Tests/Browser/requirements.txt | test-packages
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(BENCH)/venv/installed: Tests/Benchmarks/requirements.txt | bench-packages
	python3 -m venv $(BENCH)/venv
	$(BENCH)/venv/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

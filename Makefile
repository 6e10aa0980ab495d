.DEFAULT_GOAL := help
.PHONY: help run test check bench

help: ## say what each of these does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: ## set up this machine, build everything and open the demo hospital on http://127.0.0.1:3000
	@cargo xtask run $(ARGS)

test: ## all tests: rules, databases, server, and every screen in a real Chromium
	@cargo xtask test $(ARGS)

check: ## formatting, lints and documentation, with every warning an error
	@cargo xtask check

bench: ## measure: build for release, then the demo hospital under load, its screens in a slow browser, a large trust's years
	@cargo xtask bench $(ARGS)

"""The rules of PDF/UA-1 that a file breaks, a line each: "rule: what is wrong"."""

import sys

from page import ValidationProfile, validate_pdf

report = validate_pdf(sys.argv[1], profile=ValidationProfile.PDF_UA_1)
for failure in report.failures:
    print(f"{failure.rule_id}: {failure.message}")

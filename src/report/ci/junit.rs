//! `JUnit` XML: a suite for each draft, a test case for each quotation.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::region;
use crate::model::{Check, Severity};
use crate::report::Format;
use crate::report::visible::visible;

/// One report; what is forbidden fails, warnings and what a baseline knows do not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Junit;

impl Format<Check> for Junit {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let mut report = Report::new("rashomon check");
        for draft in 0..check.drafts {
            let path = &check.origins[draft].path;
            let mut suite = TestSuite::new(visible(path).as_ref());
            for checked in check
                .results
                .iter()
                .filter(|one| one.place.article == draft)
            {
                let mut status = TestCaseStatus::success();
                if checked.is_forbidden() {
                    status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                    status.set_type(checked.status().name());
                    status.set_message(visible(&check.message(checked)).as_ref());
                }
                let line = region(check, checked.place).map_or(1, |region| region.start.0);
                let words: Vec<&str> = check.slice(checked.place).split_whitespace().collect();
                let name = format!("line {line}: {}", words.join(" "));
                let mut case = TestCase::new(visible(&name).as_ref(), status);
                case.set_classname(visible(path).as_ref());
                if checked.severity == Severity::Warn && !checked.is_known {
                    case.set_system_out(visible(&check.message(checked)).as_ref());
                }
                suite.add_test_case(case);
            }
            report.add_test_suite(suite);
        }
        let text = report.to_string().map_err(io::Error::other)?;
        // The root comes first. Jenkins's schema knows the attribute for suites only.
        let text = text.replacen(" skipped=\"0\"", "", 1);
        out.write_all(text.as_bytes())?;
        if text.ends_with('\n') {
            Ok(())
        } else {
            writeln!(out)
        }
    }
}

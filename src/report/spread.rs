//! Labels on a line, each near its place and none over another.

/// Columns for labels that want to stand at a column each, in order: moved right where they would touch,
/// then left where they would leave the line of `length` columns. Labels at the end that find no room get
/// no column.
pub(super) fn spread(labels: &[(usize, String)], length: usize) -> Vec<usize> {
    let mut fitting = labels.len();
    let needed = |count: usize| -> usize {
        let widths = labels[..count].iter().map(|(_, label)| label.len() + 1);
        widths.sum()
    };
    while needed(fitting) > length + 1 {
        fitting -= 1;
    }
    let mut starts = Vec::with_capacity(fitting);
    let mut free = 0;
    for (wanted, label) in &labels[..fitting] {
        let start = free.max(*wanted);
        starts.push(start);
        free = start + label.len() + 1;
    }
    let mut end = length;
    for (start, (_, label)) in starts.iter_mut().zip(labels).rev() {
        *start = (*start).min(end.saturating_sub(label.len()));
        end = start.saturating_sub(1);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(wanted: &[(usize, &str)], length: usize) -> Vec<usize> {
        let labels = wanted.iter().map(|(at, label)| (*at, (*label).to_owned()));
        spread(&labels.collect::<Vec<_>>(), length)
    }

    #[test]
    fn labels_never_touch_and_never_leave_the_line() {
        assert_eq!(starts(&[(2, "1"), (2, "12"), (9, "3")], 10), [2, 4, 9]);
        assert_eq!(starts(&[(8, "10"), (9, "11")], 10), [5, 8]);
        assert_eq!(starts(&[(0, "10"), (0, "11"), (0, "12")], 6), [0, 3]);
    }
}

//! In which order the cells of a table are worked out, and which go round in circles.

/// The places of a graph in an order in which each comes after all that it needs. Those that need
/// each other come together; such a group has more than one place, or one that needs itself.
///
/// Tarjan's way, on a stack of its own, so that no length of table can exhaust the thread's.
pub(super) fn order(
    places: usize,
    needs: &mut dyn FnMut(usize, &mut Vec<usize>),
    take: &mut dyn FnMut(&[usize]),
) {
    const UNSEEN: usize = usize::MAX;
    let mut seen = vec![UNSEEN; places];
    let mut low = vec![0; places];
    let mut open = vec![false; places];
    let mut group: Vec<usize> = Vec::new();
    let mut count = 0;
    let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
    for start in 0..places {
        if seen[start] != UNSEEN {
            continue;
        }
        let mut enter = Some(start);
        loop {
            if let Some(place) = enter.take() {
                seen[place] = count;
                low[place] = count;
                count += 1;
                open[place] = true;
                group.push(place);
                let mut needed = Vec::new();
                needs(place, &mut needed);
                needed.reverse();
                path.push((place, needed));
            }
            let Some((place, needed)) = path.last_mut() else {
                break;
            };
            let place = *place;
            if let Some(next) = needed.pop() {
                if seen[next] == UNSEEN {
                    enter = Some(next);
                } else if open[next] {
                    low[place] = low[place].min(seen[next]);
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                low[*above] = low[*above].min(low[place]);
            }
            if low[place] == seen[place] {
                let from = group.iter().rposition(|member| *member == place);
                let members = group.split_off(from.unwrap_or_default());
                for member in &members {
                    open[*member] = false;
                }
                take(&members);
            }
        }
    }
}

/// The shortest way from a place back to itself among some places; nothing where there is none.
pub(super) fn circle(
    start: usize,
    among: &[usize],
    needs: &mut dyn FnMut(usize, &mut Vec<usize>),
) -> Option<Vec<usize>> {
    let among: std::collections::HashSet<usize> = among.iter().copied().collect();
    let mut from = std::collections::HashMap::new();
    let mut waiting = std::collections::VecDeque::from([start]);
    while let Some(place) = waiting.pop_front() {
        let mut needed = Vec::new();
        needs(place, &mut needed);
        for next in needed {
            if next == start {
                let mut way = vec![place];
                while let Some(before) = way.last().and_then(|at| from.get(at)) {
                    way.push(*before);
                }
                way.reverse();
                return Some(way);
            }
            if among.contains(&next) && !from.contains_key(&next) {
                from.insert(next, place);
                waiting.push_back(next);
            }
        }
    }
    None
}

// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, section 4.2): how many gold arcs each
// transition puts out of reach.
export function costs(state, gold) {
  const { stack, depth, next, length } = state;
  const head = (word) => (gold[word] === -1 ? length : gold[word]);
  const s0 = depth > 0 ? stack[depth - 1] : -1;
  const s1 = depth > 1 ? stack[depth - 2] : -1;
  let shift = 0;
  let left = 0;
  let right = 0;
  if (next < length) {
    const h = head(next);
    for (let i = 0; i < depth; i++) {
      if (stack[i] === h && i !== depth - 1) shift += 1;
      if (head(stack[i]) === next) shift += 1;
    }
  }
  if (depth > 0) {
    const h = head(s0);
    let dependents = 0;
    for (let word = next; word < length; word++) if (gold[word] === s0) dependents += 1;
    left = dependents + (h === s1 || (h > next && h <= length) ? 1 : 0);
    right = dependents + (h >= next && h <= length ? 1 : 0);
  }
  return { shift, left, right };
}

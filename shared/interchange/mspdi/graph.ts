/**
 * Strongly connected components (Tarjan, without recursion: plans have chains of 100 000 tasks). Gives each node
 * the number of its component.
 */
export function findComponents(next: readonly (readonly number[])[]): Int32Array {
  const count = next.length;
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const cursor = new Int32Array(count);
  const stack: number[] = [];
  const path: number[] = [];
  let clock = 0;
  let components = 0;
  const enter = (node: number) => {
    order[node] = clock;
    low[node] = clock;
    clock++;
    stack.push(node);
    path.push(node);
  };
  const leave = (node: number) => {
    path.pop();
    const parent = path[path.length - 1];
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      component[member] = components;
      if (member === node) break;
    }
    components++;
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path[path.length - 1]; node !== undefined; node = path[path.length - 1]) {
      const step = cursor[node] ?? 0;
      const target = next[node]?.[step];
      cursor[node] = step + 1;
      if (target === undefined) leave(node);
      else if (order[target] === -1) enter(target);
      else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  }
  return component;
}

/** Shortest way from one node to another, both included; empty if there is none. */
export function findPath(next: readonly (readonly number[])[], from: number, to: number): number[] {
  const cameFrom = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (let i = 0; i < queue.length && !cameFrom.has(to); i++) {
    const node = queue[i] ?? from;
    for (const target of next[node] ?? [])
      if (!cameFrom.has(target)) {
        cameFrom.set(target, node);
        queue.push(target);
      }
  }
  if (!cameFrom.has(to)) return [];
  const path = [to];
  for (let node = to; node !== from; ) {
    node = cameFrom.get(node) ?? from;
    path.push(node);
  }
  return path.reverse();
}

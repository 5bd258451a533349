export function LedgerView() {
  return <p>…</p>;
}

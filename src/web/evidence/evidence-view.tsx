export function EvidenceView() {
  return <p>…</p>;
}

export function ReportView() {
  return <p>…</p>;
}

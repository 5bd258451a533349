export function HomeView() {
  return <p>…</p>;
}

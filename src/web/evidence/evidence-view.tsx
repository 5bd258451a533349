import { address } from '../address.ts';
import { Failure } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { BulletinForm } from './bulletin-form.tsx';
import './evidence.css';
import type { BulletinHeading } from './evidence-answer.ts';
import { ScreenedBulletin } from './screened-bulletin.tsx';

/** What instruments recorded: bulletins that were sent, and one of them screened. */
export function EvidenceView() {
  const id = /^\/evidence\/(bulletin-[0-9a-f]+)$/.exec(address.value.path)?.[1];
  const { data, failure, again } = useAnswer<{ bulletins: readonly BulletinHeading[] }>('/bulletins.json');
  const bulletins = data?.bulletins ?? [];
  const name = bulletins.find((bulletin) => bulletin.id === id)?.name ?? 'Bulletin';
  return (
    <div class="view evidence">
      <header>
        <h2>Evidence</h2>
        <p class="quiet lede">
          A seismic bulletin lists events with places and magnitudes. Each is screened: can the explosion
          hypothesis be rejected, which test site is near, and how large would a test have been?
        </p>
      </header>
      <div class="evidence-top">
        <BulletinForm />
        <section class="card no-print" aria-labelledby="bulletins-heading">
          <h3 id="bulletins-heading">Bulletins on this desk</h3>
          {failure !== undefined && <Failure failure={failure} again={again} />}
          {data !== undefined && bulletins.length === 0 && <p class="quiet">None yet.</p>}
          <ul>
            {bulletins.map((bulletin) => (
              <li key={bulletin.id}>
                <a href={`/evidence/${bulletin.id}`} aria-current={bulletin.id === id ? 'page' : undefined}>
                  {bulletin.name}
                </a>{' '}
                <span class="source">received {bulletin.receivedAt.slice(0, 16).replace('T', ' ')} UTC</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {id !== undefined && <ScreenedBulletin key={id} id={id} name={name} />}
    </div>
  );
}

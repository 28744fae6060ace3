import { Bilingual } from '../bilingual.tsx';
import './welcome.css';

/** What the room sees while nobody is called. */
export function Welcome() {
  return (
    <section className="welcome">
      <h2>
        <Bilingual text="display.welcome" />
      </h2>
      <p>
        <Bilingual text="display.how-to-wait" />
      </p>
    </section>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
// Metodo: how every figure is computed, and what the law wants said.
import '../style/method.css';
import { type Key, t } from '../i18n/words.ts';
import { PageHead } from '../panels/page-head.tsx';
import { town } from '../state.ts';

/** The sections in the order of reading; the name is the anchor. */
const SECTIONS = [
  ['contatti', 'contact'],
  ['giorni', 'days'],
  ['rapporto', 'ratio'],
  ['intervallo', 'interval'],
  ['stagione', 'season'],
  ['esiti', 'outcome'],
  ['cause', 'causes'],
  ['controlli', 'checks'],
  ['quota-digitale', 'share'],
  ['riservatezza', 'suppression'],
  ['limiti', 'limits'],
  ['dati-personali', 'privacy'],
  ['accessibilita', 'access'],
  ['dati-aperti', 'data'],
  ['codice-sorgente', 'code'],
] as const;

type Section = (typeof SECTIONS)[number][1];

/** The sections whose formula stands one press away. */
const FORMULAS: Readonly<Partial<Record<Section, Key>>> = {
  days: 'method.days.formula',
  ratio: 'method.ratio.formula',
  interval: 'method.interval.formula',
  season: 'method.season.formula',
  outcome: 'method.outcome.formula',
  checks: 'method.checks.formula',
  share: 'method.share.formula',
};

/** The page, with its index at the side. */
export function Method() {
  return (
    <>
      <PageHead title={t('method.title')} short={t('nav.method')}>
        {t('method.lead')}
      </PageHead>
      <div class="method">
        <nav class="method-index" aria-labelledby="method-index">
          <h2 id="method-index">{t('method.index')}</h2>
          <ol>
            {SECTIONS.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`method.${name}.title`)}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="method-text">
          {SECTIONS.map(([id, name]) => (
            <Part key={id} id={id} name={name} />
          ))}
        </div>
      </div>
    </>
  );
}

function Part({ id, name }: { id: string; name: Section }) {
  const formula = FORMULAS[name];
  const fillings = { town: town.value?.name ?? '', count: town.value?.suppressionThreshold ?? '' };
  const text = Object.entries(fillings).reduce(
    (words, [gap, value]) => words.replaceAll(`{${gap}}`, String(value)),
    t(`method.${name}.text` as 'method.ratio.text'),
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t(`method.${name}.title`)}
      </h2>
      {text.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {formula && (
        <details>
          <summary>{t('method.formula')}</summary>
          {t(formula as 'method.ratio.formula')
            .split('\n')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </details>
      )}
    </section>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Town } from '../../api/schemas.ts';
import { signInPath } from '../client.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';

/** Who is signed in, and the way out; on a phone both are behind the icon. */
export function Account({ account }: { account: Town['account'] }) {
  if (!account) return null;
  const label = t('account.who', { name: account.name });
  return (
    <>
      <a class="head-tool account" href={signInPath()} aria-label={label} title={label}>
        <Icon name="user" />
        <span>{account.name}</span>
      </a>
      <form class="account-out" method="post" action="/accesso/esci">
        <button type="submit" class="head-tool">
          {t('account.leave')}
        </button>
      </form>
    </>
  );
}

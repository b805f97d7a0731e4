// SPDX-License-Identifier: AGPL-3.0-or-later
// What the pages for signing in say.
import type { Role } from '../../../sql/vocabulary.ts';

/** The roles as people call them. */
export const ROLE_WORDS: Record<Role, string> = {
  public: 'pubblico',
  reader: 'lettura',
  analyst: 'analisi',
  editor: 'redazione',
  admin: 'amministrazione',
};

const it = {
  title: 'Accedi',
  name: 'Nome utente',
  password: 'Password',
  enter: 'Accedi',
  provider: (label: string) => `Accedi con ${label}`,
  or: 'oppure',
  wrong: 'Nome utente o password non corretti.',
  wait: (seconds: number) =>
    `Troppi tentativi non riusciti. Riprova tra ${seconds} ${seconds === 1 ? 'secondo' : 'secondi'}.`,
  busy: 'In questo momento accedono in molti. Riprova tra qualche secondo.',
  forgotten: 'Password dimenticata? Chi amministra Affluenza può mandarti un nuovo invito.',
  cookies:
    'Servono due cookie tecnici: uno finisce con la sessione; l’altro, di un anno, riconosce questo browser, perché chi prova le password di altri non tenga fuori te.',
  open: 'Nessun utente, per ora',
  openText:
    'A chi usa questo computer tutto è aperto, senza accesso. Per far entrare altri, crea il primo utente:',
  noAccounts:
    'Da qui non si può ancora entrare: non c’è nessun utente. Sul computer di Affluenza, crea il primo:',
  signedIn: 'Hai effettuato l’accesso',
  signedInAs: (name: string, role: string) => `Sei ${name}, ruolo: ${role}.`,
  go: 'Vai ad Affluenza',
  leave: 'Esci',
  change: 'Cambia password',
  changeTitle: 'Scegli una password nuova',
  changeText: 'La password che hai ricevuto vale solo per il primo accesso.',
  current: 'Password attuale',
  next: 'Password nuova',
  again: 'Ripeti la password nuova',
  rule: 'Almeno 12 caratteri: tre o quattro parole a caso si ricordano bene. Non il tuo nome utente.',
  save: 'Salva ed entra',
  invited: (name: string) => `Il tuo nome utente è ${name}.`,
  noInvitation: 'Questo invito non vale più',
  noInvitationText: 'È già stato usato, oppure è scaduto. Chi amministra Affluenza può mandartene un altro.',
  wrongCurrent: 'La password attuale non è corretta.',
  short: 'La password è troppo corta: servono almeno 12 caratteri.',
  long: 'La password è troppo lunga: al massimo 200 caratteri.',
  plain: 'La password è troppo semplice: usa caratteri diversi, e non il tuo nome utente.',
  differs: 'Le due password nuove non sono uguali.',
  gone: 'Nel frattempo questo utente è cambiato: ricomincia.',
  same: 'È la password che hai ricevuto: scegline un’altra.',
  providerFailed: 'L’accesso non è riuscito. Riprova; se succede ancora, avvisa chi amministra Affluenza.',
  providerNoRole: 'Il tuo accesso funziona, ma nessuno ti ha ancora dato un ruolo in Affluenza.',
  other: 'English',
  roles: ROLE_WORDS,
};

const en: typeof it = {
  title: 'Sign in',
  name: 'User name',
  password: 'Password',
  enter: 'Sign in',
  provider: (label) => `Sign in with ${label}`,
  or: 'or',
  wrong: 'Wrong user name or password.',
  wait: (seconds) =>
    `Too many failed attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  busy: 'Many people are signing in right now. Try again in a few seconds.',
  forgotten: 'Forgotten your password? Whoever administers Affluenza can send you a new invitation.',
  cookies:
    'Two technical cookies are needed: one ends with the session; the other, for a year, recognises this browser, so that whoever tries out passwords does not keep you out.',
  open: 'No users yet',
  openText:
    'Everything is open to whoever uses this computer, without signing in. To let others in, create the first user:',
  noAccounts:
    'Nobody can come in from here yet: there are no users. On the computer of Affluenza, create the first one:',
  signedIn: 'You are signed in',
  signedInAs: (name, role) => `You are ${name}, role: ${role}.`,
  go: 'Go to Affluenza',
  leave: 'Sign out',
  change: 'Change password',
  changeTitle: 'Choose a new password',
  changeText: 'The password you were given is only for signing in the first time.',
  current: 'Current password',
  next: 'New password',
  again: 'New password again',
  rule: 'At least 12 characters: three or four random words are easy to remember. Not your user name.',
  save: 'Save and sign in',
  invited: (name) => `Your user name is ${name}.`,
  noInvitation: 'This invitation is no longer valid',
  noInvitationText:
    'It has been used already, or it has expired. Whoever administers Affluenza can send another one.',
  wrongCurrent: 'The current password is wrong.',
  short: 'The password is too short: it needs at least 12 characters.',
  long: 'The password is too long: at most 200 characters.',
  plain: 'The password is too simple: use different characters, and not your user name.',
  differs: 'The two new passwords are not the same.',
  gone: 'This account has changed in the meantime: start again.',
  same: 'This is the password you were given: choose another one.',
  providerFailed:
    'Signing in did not work. Try again; if it happens again, tell whoever administers Affluenza.',
  providerNoRole: 'You are signed in there, but nobody has given you a role in Affluenza yet.',
  other: 'Italiano',
  roles: { public: 'public', reader: 'reader', analyst: 'analyst', editor: 'editor', admin: 'admin' },
};

export type Words = typeof it;
export type Language = 'it' | 'en';

/** What the pages say in a language. */
export const WORDS: Record<Language, Words> = { it, en };

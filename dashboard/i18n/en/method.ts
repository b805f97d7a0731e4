// SPDX-License-Identifier: AGPL-3.0-or-later
// Metodo, in English.
import type { method as italian } from '../it/method.ts';

export const method: Readonly<Record<keyof typeof italian, string>> = {
  'method.title': 'How every figure is computed',
  'method.lead': 'First in plain words; the formula, for those who want to check, is one press away.',
  'method.index': 'On this page',
  'method.formula': 'The formula',

  'method.contact.title': 'What a contact is',
  'method.contact.text':
    'A contact is one act of a person on a channel: a click on the site (a page seen, a document downloaded, a way out to another site), a message or comment on the social networks, a conversation in the chat on a day, an e-mail, a phone call, a visit to the desk, an application sent in.\nA contact is not a person: one person can make ten of them. Robots that visit the site are left out as far as they can be told; images and other parts of a page are no clicks.',

  'method.days.title': 'Days, coverage, and a zero that is not “missing”',
  'method.days.text':
    'For each channel and day there is one state only. Zero: the channel was counted and nobody came. Missing: the channel was open and the file has not arrived; it never counts as zero and stays out of the calculation. Closed: Sunday, holiday or declared closure. Hidden: there is a number, but too small to be shown. Not read: the program could not read the data, and says so.\nCoverage is the share of opening days with data, rounded down. Below 80% there is a warning; below 50% no ratio is formed. Totals are of the days with data only, never estimated for the others.\nA run of zeros that a channel would hardly ever have is reported as a probable failure of the counter. The program asks and deletes nothing.',
  'method.days.formula':
    'Coverage = opening days with data / opening days. Days are civil days in Rome.\nSuspicious zeros: the model is fitted without the run; α = max(0, Σ[(y − μ)² − μ] / Σ μ²); P = Π (1 + α μ)^(−1/α) over the days of the run; reported if P < 0.0001.',

  'method.ratio.title': 'The ratio of one period to another',
  'method.ratio.text':
    'Mondays are compared with Mondays, holidays with holidays: so periods of different length, or with missing days, stay comparable. The result is a ratio: 3 means three times as many, 1 no change, 0.5 half. Between half and double it is written in per cent, beyond in times.\nThe means beside the ratio are those of the opening days with data: their quotient can differ a little from the ratio, which takes the days of the week and, where possible, the season into account. In sentences that say “per working day” the means are those of Monday to Friday (or of the days on which the channel opens) without holidays: so two different means of the same channel can be read.',
  'method.ratio.formula':
    'Log-linear Poisson regression on the days with data: log μ = a[type of day] + b·D, with D = 1 in the second period. Ratio = exp(b).',

  'method.interval.title': 'The interval',
  'method.interval.text':
    'Every comparison of periods has its 95% interval; the changes from month to month in the reports have none, and it is said there. In plain words: we do the sum again leaving out one week at a time, then two; if the result changes much, the interval is wide.\nThe method is made so that, in cases like this, the true value lies in the interval about 95 times in 100. If contacts rise and fall in waves of whole weeks the promise is not enough: therefore the checks below. This was tried on the plain ratio, not on the one corrected for the season. At least four weeks of data per period are needed.',
  'method.interval.formula':
    'Standard error = the largest of quasi-Poisson and the jackknife that leaves out a block of 7 or 14 days; v = (G − 1)/G · Σ (b without the block − b)².\nSatterthwaite degrees of freedom; limits = exp(b ± t(0.975) · standard error).',

  'method.season.title': 'The season',
  'method.season.text':
    'Months differ: even without a lockdown contacts change between January and May. Where there are data of the year before (or of several), the figure that counts is the change against the same weeks then, day of the week by day of the week. Where there are none, “not corrected for the season” stands beside the figure: part of the change may come from the time of year. The correction takes the year before for a year like the others.',
  'method.season.formula':
    'Ratio of ratios: log μ = a[type of day] + g[year] + s[second period, each year] + d[second period, year in question]; exp(d) is the figure. Years are matched by 364 days. 70% of the days are needed in each of the four parts.',

  'method.outcome.title': 'What the outcomes mean',
  'method.outcome.text':
    'Increase or decrease demonstrated: the interval lies wholly on one side of “as before”, even when all channels are looked at together. Weak indication: it lies on one side for that channel alone, but with several channels it may be chance. No demonstrable change: the interval includes “as before”; that does not mean that nothing changed.\nClosed by law: there is a ratio, but it is no choice of the citizens. Not enough data, numbers too small, period too short: no ratio, and the reason is said. Where there was no contact before, “+100%” is never written.',
  'method.outcome.formula':
    'Demonstrated: p < 0.05 after Holm’s correction for the channels of the same table. Intervals stay at 95% for each channel.',

  'method.causes.title': 'How much, not why',
  'method.causes.text':
    'In March 2020 three things happened within nine days: the Urban Center strengthened its online presence, schools closed on 5 March, the decree came into force on 10 March. With few contacts a day no calculation can separate them. Therefore no sentence says “thanks to” or “because of”.',

  'method.checks.title': 'The checks',
  'method.checks.text':
    'Any dates: the same calculation is repeated at earlier dates, before the events in question. If it often finds changes as large, the figure is worth little, and the page says how often.\nChoices: the ratio is worked out again without the week 2–8 March, with a shorter period before, with and without the year before, with and without suspicious zeros, without the part beyond a long gap in the data. If under one of these choices the interval includes “as before”, the page says that the result depends on the choices.\nWhen it began: we look for the days on which the jump can have begun. It holds if there is one clear jump.\nThe dashed line of the charts is the level of before going on: an assumption, no measurement.',
  'method.checks.formula':
    'Any dates: each Monday with two periods as long as the real ones, over before the first marked event; at least a year of data before the second period is needed.\nBeginning of the jump: profile deviance with threshold 7.352 (95%), from 28 days on each side.',

  'method.share.title': 'The digital share',
  'method.share.text':
    'It is the share of online applications in the total of online applications and visits to the desk, on days when both are known; a closed desk counts zero. It is always shown with the total: with the desks closed the share rises by itself, even if nobody changed habits.',
  'method.share.formula':
    'Share = digital / (digital + desk). The difference in points has an interval from a jackknife of weekly blocks.',

  'method.suppression.title': 'Small numbers',
  'method.suppression.text':
    'In breakdowns of applications and contacts (by topic, kind, means, outcome) numbers below {count}, other than zero, are not shown: they might let a person be recognised. Where the hidden number could be worked out from the total, others are hidden too: there it says “concealed”. Totals of channels and clicks on the site are always shown.',

  'method.limits.title': 'What these figures cannot say',
  'method.limits.text':
    'They do not say how many people there are behind them. They do not say why something changed. They say nothing of the days without data. They do not compare totals of different periods: only means a day. Visitors of the site on different days are not added up, because they cannot be recognised from one day to the next. Where a counter was replaced, no ratio is formed across that date.',

  'method.privacy.title': 'Personal data',
  'method.privacy.text':
    'Of citizens only counts and rows without names are kept. Names, addresses, phone numbers, texts of messages, subjects and senders of the register are not kept: they are read once, counted and forgotten. A name written among the topics, however, cannot be told from another word. IP addresses serve to tell the visitors of a day apart and become a code at once, made with another key each day: who comes back on another day has another code. The page Data says how long the rows are kept.\nThese pages use no profiling cookies and load nothing from other sites. Who signs in gets two technical cookies: one ends with the session, the other, for a year, recognises the browser. Of those who sign in the user name, the role and what they loaded, took away, wrote or decided, and when, are kept. The language and theme you chose stay in your browser.\nData controller: {town}. [To be completed by the office: contacts of the controller and the data protection officer, legal basis, retention.]',

  'method.access.title': 'Accessibility statement',
  'method.access.text':
    'These pages are made to be used with the keyboard, a screen reader, enlarged text and forced colours; each chart has a text and a table with the same numbers, and colour is never the only sign. They are checked at each change with automatic tools against WCAG 2.2, levels A and AA: tools do not find everything.\n[To be completed by the office: the link to the statement published with AgID, the state of conformity, and the contact for reporting a problem.]',

  'method.data.title': 'Sources and licence of the data',
  'method.data.text':
    'The sources are the files that offices already have: logs of the site, exports of social networks and chats, the protocol register, lists of applications, sheets of counts. The page Data says which days come from which file.\nThe aggregated data may be reused under CC BY 4.0, naming {town}. Whoever reuses a figure should give its interval and the days it rests on.',

  'method.code.title': 'The program',
  'method.code.text':
    'Affluenza is free software under AGPL-3.0-or-later: anyone may read, use and improve it. The documentation is under CC BY 4.0. The typeface is Titillium Web (OFL 1.1).',
};

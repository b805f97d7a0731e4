// SPDX-License-Identifier: AGPL-3.0-or-later
// What a report is made of when it is read: text in an order, which the page and the PDF set each in its own way.

/** The first cell of a row is its name; the others are set to the right, save those of the columns in `words`. */
export interface Table {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns of words rather than figures, by number. */
  words: readonly number[];
}

export interface Figure {
  name: string;
  svg: string;
  title: string;
  /** What it shows, for those who do not see it. */
  alt: string;
}

export type Block =
  /** `callout`: what must not be overlooked. */
  | { kind: 'heading' | 'lead' | 'text' | 'small' | 'callout'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | ({ kind: 'figure' } & Figure)
  /** A list that stands apart, for those who want to know. */
  | { kind: 'box'; items: readonly string[] }
  /** Several stand beside one another. */
  | { kind: 'tables'; tables: readonly Table[] }
  | { kind: 'quote'; paragraphs: readonly string[]; by: string };

/** A report as it is read: its sheets in order, the first one with the title. */
export interface Document {
  town: string;
  /** The title of the document: "Relazione di aprile 2020". */
  title: string;
  /** Above the first sheet: "Aprile 2020 in un minuto". */
  heading: string;
  /** On every sheet: "Relazione mensile, aprile 2020". */
  running: string;
  /** At the foot of every sheet: how far the data reach, and the method. */
  foot: string;
  /** On every sheet where the data are invented; empty otherwise. */
  warning: string;
  /** The last day that enters any figure. */
  until: string;
  sheets: readonly (readonly Block[])[];
}

/** Sentences as blocks of one kind. */
export function said(kind: 'small' | 'lead', sentences: readonly string[]): Block[] {
  return sentences.map((text) => ({ kind, text }));
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

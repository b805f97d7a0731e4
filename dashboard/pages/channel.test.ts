// SPDX-License-Identifier: AGPL-3.0-or-later
// Canale as people see it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasBrowser, heading, useSite, violations } from '../../scripts/test-page.ts';

describe.skipIf(!hasBrowser)('Canale', () => {
  const site = useSite();

  test('shows days without data as days without data', async () => {
    const page = await site.open('/canali/chat');
    const panel = page.locator('[data-chart=timeline-chat]');
    await panel.getByText('mancano i dati dal 3 all’8 febbraio').waitFor();
    await panel.getByRole('button', { name: /Mostra la tabella/ }).click();
    const row = (name: string) => panel.getByRole('row', { name: new RegExp(name) }).first();
    expect(await row('5 feb').innerText()).toMatch(/n\.d\.\s+manca/);
    expect(await row('2 feb').innerText()).toMatch(/-\s+chiuso/);
    expect(page.url()).toContain('vista=timeline-chat');
  });

  test('opens the drawer at its address; Esc and Back close it, and focus returns', async () => {
    const page = await site.open('/canali/chat');
    const button = page.getByRole('button', { name: 'Come è calcolato' });
    await button.click();
    const drawer = page.getByRole('dialog', { name: 'Come è calcolato: Chat' });
    await drawer.getByText('9 marzo – 17 maggio 2020').waitFor();
    expect(page.url()).toContain('pannello=calcolo');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${site.address}/canali/chat`);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await drawer.waitFor();
    await page.goBack();
    await drawer.waitFor({ state: 'detached' });
    await page.goForward();
    await drawer.waitFor();
  });

  test('keeps the time line, and the focus in it, while it asks again for what is still being computed', async () => {
    const page = await site.open('/metodo');
    let asked = 0;
    let send = () => {};
    const sent = new Promise<void>((now) => {
      send = now;
    });
    await page.route(/\/api\/v1\/compare\?/, async (question) => {
      asked += 1;
      const response = await question.fetch();
      if (asked > 1) await sent;
      await question.fulfill({ response, json: { ...(await response.json()), placeboPending: asked === 1 } });
    });
    await page.clock.install();
    await page.goto(`${site.address}/canali/chat`);
    const line = page.getByRole('slider', { name: /Chat/ });
    await line.focus();
    await page.clock.fastForward(2_000);
    await expect.poll(() => asked).toBe(2);
    // Longer than old figures may stay under a new question.
    await page.clock.fastForward(1_000);
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(true);
    const answered = page.waitForResponse(/\/api\/v1\/compare\?/);
    send();
    await answered;
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('prints the drawer alone', async () => {
    const page = await site.open('/canali/chat?pannello=calcolo');
    await page.getByRole('dialog').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(await heading(page).isVisible()).toBe(false);
  });

  test('draws in light colours and at the width of the paper, whatever the theme', async () => {
    const page = await site.open('/canali/chat', { colorScheme: 'dark' });
    // In the shaded phase, above the days: the ground that the theme gives it.
    const ground = () =>
      page.locator('canvas').evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const pen = canvas.getContext('2d');
        return [...(pen?.getImageData(canvas.width * 0.31, 3, 1, 1).data ?? [])].slice(0, 3);
      });
    await expect.poll(ground).toEqual([29, 44, 62]);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(ground).toEqual([232, 240, 249]);
    // 170 mm at 96 dots an inch.
    expect(Math.ceil((await page.locator('canvas').boundingBox())?.width ?? 0)).toBe(643);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(ground).toEqual([29, 44, 62]);
  });

  test('goes to the next and the previous channel by key, and to the table and the download of a chart', async () => {
    const page = await site.open('/canali/chat');
    await page.getByRole('slider').focus();
    await page.keyboard.press('t');
    await page.locator('#timeline-chat-table').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Immagine PNG' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await expect.poll(() => heading(page).innerText()).toBe('E-mail');
    await page.keyboard.press('[');
    await expect.poll(() => heading(page).innerText()).toBe('Chat');
  });

  test('gives the chart as a picture', async () => {
    const page = await site.open('/canali/chat', { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Scarica: Chat' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Immagine PNG' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('affluenza-timeline-chat.png');
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(2000);
  });

  test('gives a chart of true lines as a drawing: light colours, title, source and font in it', async () => {
    const page = await site.open('/canali/chat', { colorScheme: 'dark' });
    await page.locator('[data-chart=timeline-chat] .chart-body').evaluate((body) => {
      const mark = '<svg class="chart" width="400" height="60"><path class="spark-line" d="M0 9h90"/></svg>';
      body.insertAdjacentHTML('afterbegin', mark);
    });
    const save = async (kind: string) => {
      await page.getByRole('button', { name: 'Scarica: Chat' }).click();
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: kind }).click();
      return readFileSync(await (await coming).path());
    };
    const drawing = (await save('Disegno SVG')).toString();
    expect(drawing).toMatch(/<path[^>]* stroke="rgb\(0, 154, 132\)"/);
    expect(drawing).toContain('<title>Chat</title>');
    expect(drawing).toContain('Comune di Montevarchi, dati fino al 31 dicembre 2020');
    expect(drawing).toContain('font/woff2;base64,');
    const picture = await save('Immagine PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([880, 300]);
  });

  test('says what changed in the sentence of the API, and what it would have been as an assumption', async () => {
    const page = await site.open('/canali/chat');
    const { channels } = await (await fetch(`${site.address}/api/v1/compare?channels=chat`)).json();
    await page.getByText(channels[0].sentences.it.headline).waitFor();
    await page.getByText('È un’ipotesi, non una misura.').waitFor();
  });

  test('tells how it was computed: other choices, any dates, simple tests', async () => {
    const page = await site.open('/canali/chat?pannello=calcolo');
    const drawer = page.getByRole('dialog', { name: 'Come è calcolato: Chat, 2,9 volte tanto' });
    await drawer.getByText('rispetto alle stesse settimane degli anni prima').waitFor();
    await drawer.getByText(/date qualsiasi,? trova una variazione così grande in/).waitFor();
    await drawer.getByText('non decidono l’esito').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('hides small counts, says so, and never draws a bar for them', async () => {
    const page = await site.open('/canali/practice');
    const panel = page.locator('[data-chart=per-kind]');
    await panel.locator('.bars tbody tr').first().waitFor();
    const { rows } = await (await fetch(`${site.address}/api/v1/breakdown?channel=practice&by=kind`)).json();
    const hidden = rows.filter(({ during }: { during: object }) => 'suppressed' in during);
    expect(hidden.length).toBeGreaterThan(0);
    await panel.getByText('sono nascosti per riservatezza').waitFor();
    expect(await panel.locator('.bar-during').count()).toBe(rows.length - hidden.length);
  });

  test('narrows the time line to a topic at a press on its row, and Back widens it', async () => {
    const page = await site.open('/canali/practice');
    const topics = page.locator('[data-chart=per-topic] .button-link');
    await topics.first().focus();
    const topic = await topics.first().innerText();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('argomento')).toBe(topic);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('argomento')).toBeNull();
  });

  test('shows the hours of the site before and during; a channel without hours says so', async () => {
    const page = await site.open('/canali/web');
    await expect.poll(() => page.locator('.heat').count()).toBe(2);
    expect(await page.locator('.heat').first().locator('tbody tr').count()).toBe(7);
    await page.goto(`${site.address}/canali/chat`);
    await page.getByText('Le fonti di questo canale non dicono a che ora').waitFor();
  });

  test('says in each panel that it could not read', async () => {
    const page = await site.open('/metodo');
    await heading(page).waitFor();
    await page.route('**/api/v1/{compare,series,hours,breakdown}*', (route) =>
      route.fulfill({ status: 503, body: '' }),
    );
    await page.goto(`${site.address}/canali/chat`);
    // Sentence, time line, hours, weekdays, topics, platforms.
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: 'Riprova' }).count()).toBe(6);
  });

  test('without a code it is the first channel; a code of no channel is no page', async () => {
    const page = await site.open('/canali');
    await expect.poll(() => heading(page).innerText()).toBe('Sito');
    await page.goto(`${site.address}/canali/fax`);
    await expect.poll(() => heading(page).innerText()).toBe('Questa pagina non esiste');
  });
});

import type { HubState } from '@motcua/client';
import { aMirror } from '@motcua/client/builders';
import { T0 } from '@motcua/domain/builders';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Apology } from './error-boundary.tsx';
import { LanguageProvider, useTexts } from './text.tsx';

const state: HubState = {
  connection: 'live',
  turnedAway: null,
  mirror: null,
  clockOffsetMs: 0,
  history: null,
  lastMessageAt: null,
};

describe('Button', () => {
  it('shows its shortcut as a key cap and announces it to screen readers', () => {
    const html = renderToStaticMarkup(
      <Button variant="primary" shortcut="F2">
        Gọi số tiếp theo
      </Button>,
    );
    expect(html).toMatch(/<kbd [^>]*aria-hidden="true">F2<\/kbd>/);
    expect(html).toContain('phím tắt F2');
    expect(html).toContain('data-variant="primary"');
  });

  it('does not submit a form by accident', () => {
    expect(renderToStaticMarkup(<Button>Đóng</Button>)).toContain('type="button"');
  });

  it('is not pressable while disabled', () => {
    expect(renderToStaticMarkup(<Button isDisabled>Đóng</Button>)).toContain('disabled=""');
  });
});

describe('Banner', () => {
  it.each([
    ['offline', 'alert'],
    ['fault', 'alert'],
    ['notice', 'status'],
    ['success', 'status'],
  ] as const)('%s has the role %s', (tone, role) => {
    expect(renderToStaticMarkup(<Banner tone={tone}>Hết giấy</Banner>)).toContain(`role="${role}"`);
  });
});

describe('ConnectionBanner', () => {
  it('is hidden while the connection is good', () => {
    expect(renderToStaticMarkup(<ConnectionBanner state={state} />)).toBe('');
  });

  it('names the reason when the hub refused the page', () => {
    const html = renderToStaticMarkup(
      <ConnectionBanner
        state={{ ...state, connection: 'turned-away', turnedAway: 'unknown-device' }}
      />,
    );
    expect(html).toContain('chưa được ghép nối');
  });

  it('shows since when the page may be out of date, on the clock of the hub', () => {
    const html = renderToStaticMarkup(
      <ConnectionBanner
        state={{
          ...state,
          connection: 'offline',
          mirror: aMirror(),
          lastMessageAt: T0,
          clockOffsetMs: 61_000,
        }}
      />,
    );
    expect(html).toContain('Mất kết nối từ 08:01:01.');
  });

  it('reports a slow connection where WebSocket is blocked', () => {
    const live = { ...state, connection: 'live' } as const;
    expect(renderToStaticMarkup(<ConnectionBanner state={live} />)).toBe('');
    expect(
      renderToStaticMarkup(<ConnectionBanner state={{ ...live, webSocketBlocked: true }} />),
    ).toContain('mạng này chặn WebSocket');
  });

  it('reports that it is offline even before the first state', () => {
    const html = renderToStaticMarkup(
      <ConnectionBanner state={{ ...state, connection: 'offline' }} />,
    );
    expect(html).toContain('Mất kết nối với máy chủ');
  });
});

describe('LanguageProvider', () => {
  function Cancel() {
    return <>{useTexts()('common.cancel')}</>;
  }

  it('provides the texts of its language to everything inside', () => {
    const html = renderToStaticMarkup(
      <LanguageProvider language="de">
        <Cancel />
      </LanguageProvider>,
    );
    expect(html).toBe('Abbrechen');
  });

  it('is optional: the default is Vietnamese', () => {
    expect(renderToStaticMarkup(<Cancel />)).toBe('Huỷ bỏ');
  });
});

describe('Apology', () => {
  it('has a friendly message and a reload button', () => {
    const html = renderToStaticMarkup(<Apology onReload={() => undefined} />);
    expect(html).toContain('Xin lỗi');
    expect(html).toContain('Tải lại trang');
  });
});

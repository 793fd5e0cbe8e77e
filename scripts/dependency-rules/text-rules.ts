/** Words that may stand only in certain files, and a file under `fixtures/` that breaks this rule and no other. */
export type TextRule = {
  name: string;
  comment: string;
  fixture: string;
  /** Which files the rule looks at. */
  files: RegExp;
  except: RegExp;
  forbidden: RegExp;
};

const tests = /\.(test|fixture)\.tsx?$|^server\/(testing\/|database\/testing\.ts$)/;

export const textRules: TextRule[] = [
  {
    name: 'environment-in-config-only',
    comment: 'Only server/app/config.ts reads the environment.',
    fixture: 'server/adapters/reads-the-environment.ts',
    files: /^(domain|contract|server|desk|cities)\//,
    except: new RegExp(`^server/app/config\\.ts$|^desk/vite\\.config\\.ts$|${tests.source}`),
    forbidden: /\bprocess\.env\b|\bloadEnvFile\b|\benv\b.*from 'node:process'/,
  },
  {
    name: 'sql-in-queries-only',
    comment: 'SQL stands only in *.queries.ts and server/database/.',
    fixture: 'server/features/audit/writes-sql.ts',
    files: /^server\//,
    except: new RegExp(`\\.queries\\.ts$|^server/database/|${tests.source}`),
    forbidden:
      /\bsql(<[^`]*>)?`|\.query(<[^(]*>)?\(|\bexecuteQuery\(|\.(selectFrom|selectNoFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(/,
  },
  {
    name: 'calls-out-by-adapters-only',
    comment:
      'Only server/adapters/outgoing.ts calls out over HTTP; mail and the virus scanner have adapters.',
    fixture: 'server/adapters/calls-out.ts',
    files: /^(domain|contract|server|cities)\//,
    except: new RegExp(`^server/adapters/(outgoing|virus-scan|messages/mail)\\.ts$|${tests.source}`),
    forbidden:
      /(?<![.\w'-])fetch\b(?!\s*[:?'-])|\bglobalThis\b.*\bfetch\b|\bfrom '(undici|(node:)?https|(node:)?http2|(node:)?tls|(node:)?dgram|nodemailer)'|\bhttp\.(request|get)\(|\{.*\b(request|get)\b.*\} from '(node:)?http'|\{.*\b(connect|createConnection)\b.*\} from '(node:)?net'|\bnew (WebSocket|EventSource|XMLHttpRequest)\(/,
  },
  {
    name: 'no-clock-or-chance-in-domain',
    comment: 'domain/ is told the time and draws no lots.',
    fixture: 'domain/roadmap/looks-at-the-clock.ts',
    files: /^domain\//,
    except: tests,
    forbidden:
      /\bDate\.now\b|\bnew Date\b|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\bgetRandomValues\b/,
  },
  {
    name: 'ant-design-in-one-folder',
    comment:
      'Only desk/design-system/antd/ and the theme know Ant Design: it must not come with a first page.',
    fixture: 'desk/pages/draws-with-ant-design.tsx',
    files: /^desk\//,
    except: /^desk\/design-system\/(antd\/|tokens\/antd-theme\.ts$)/,
    forbidden: /\b(from|import\() ?'(antd|@ant-design\/(icons|cssinjs))(\/[^']*)?'/,
  },
];

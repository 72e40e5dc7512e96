import Button from 'antd/es/button';
import { PERMISSIONS, type Token } from '../../../api/people-types';
import { usePhone } from '../../../theme/use-media';
import { useServerNow } from '../../../time/ticker';
import { Moment } from '../../../ui/Moment';
import { useText } from '../text';
import styles from '../admin.module.css';

interface TokenTableProps {
  readonly tokens: readonly Token[];
  readonly onRevoke: (token: Token) => void;
}

export function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  const t = useText();
  const isPhone = usePhone();
  if (isPhone) return <Cards tokens={tokens} onRevoke={onRevoke} />;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('tokens.title')}>
        <thead>
          <tr>
            {(['name', 'permissions', 'created', 'expires', 'revoke'] as const).map((head) => (
              <th key={head} scope="col">
                <span className={head === 'revoke' ? 'mb-said' : undefined}>
                  {t(`token.${head}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <td title={token.name}>{token.name}</td>
              <td>
                <Permissions token={token} />
              </td>
              <td>
                <Moment at={token.createdAt} />
              </td>
              <td>
                <Expiry token={token} />
              </td>
              <td>
                <RevokeButton token={token} onRevoke={onRevoke} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ tokens, onRevoke }: TokenTableProps) {
  const t = useText();
  return (
    <ul className={styles.cards}>
      {tokens.map((token) => (
        <li key={token.id} className={styles.card}>
          <div className={styles.cardHead}>
            <strong>{token.name}</strong>
            <RevokeButton token={token} onRevoke={onRevoke} />
          </div>
          <p>
            <Permissions token={token} />
          </p>
          <p className={styles.soft}>
            {t('token.expires')} <Expiry token={token} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Permissions({ token }: { token: Token }) {
  const t = useText();
  const words = token.permissions
    .map((code) => {
      const known = PERMISSIONS.find((permission) => permission === code);
      return known ? t(`perm.${known}`) : code;
    })
    .join(t('join'));
  return <span title={words}>{words}</span>;
}

function Expiry({ token: { expiresAt } }: { token: Token }) {
  const t = useText();
  const now = useServerNow(60_000);
  if (Date.parse(expiresAt) > now) return <Moment at={expiresAt} />;
  return <span className={styles.mark}>{t('token.expired')}</span>;
}

function RevokeButton({
  token,
  onRevoke,
}: {
  token: Token;
  onRevoke: TokenTableProps['onRevoke'];
}) {
  const t = useText();
  return (
    <Button
      size="small"
      danger
      aria-label={t('token.revoke.of', { name: token.name })}
      aria-haspopup="dialog"
      onClick={() => onRevoke(token)}
    >
      {t('token.revoke')}
    </Button>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { DARK, LIGHT, type Palette } from '../../theme/palette';
import { useIsDark } from '../../theme/use-is-dark';
import { Skeleton } from '../../ui/Skeleton';
import { useText } from './text';
import styles from './workflows.module.css';

let drawn = 0;

/** Mermaid is large, so it is loaded only here. */
async function draw(source: string, isDark: boolean): Promise<string> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'base',
    themeVariables: coloursFrom(isDark ? DARK : LIGHT),
    fontFamily: 'inherit',
  });
  drawn += 1;
  const { svg } = await mermaid.render(`workflow-${String(drawn)}`, source);
  return svg;
}

/** Mermaid's own themes leave labels below the contrast that text needs. */
function coloursFrom({ ground, surface, ink, inkSoft, lineStrong }: Palette) {
  return {
    background: surface,
    primaryColor: ground,
    primaryTextColor: ink,
    primaryBorderColor: lineStrong,
    lineColor: inkSoft,
    edgeLabelBackground: surface,
    transitionLabelColor: ink,
  };
}

export function Picture({ source, title }: { source: string; title: string }) {
  const t = useText();
  const isDark = useIsDark();
  const frame = useRef<HTMLDivElement>(null);
  const { data: svg, error } = useQuery({
    queryKey: ['workflow-picture', source, isDark],
    queryFn: () => draw(source, isDark),
    staleTime: Infinity,
    retry: false,
  });

  useEffect(() => {
    if (svg === undefined) return;
    // Parsed, not written as HTML: the picture is mermaid's, made from our own definition.
    const image = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
    frame.current?.replaceChildren(...(image ? [image] : []));
  }, [svg]);

  if (error) return <p className={styles.soft}>{t('picture.failed')}</p>;
  return (
    <>
      {svg === undefined && <Skeleton rows={6} />}
      <div
        ref={frame}
        className={styles.picture}
        role="img"
        aria-label={t('picture.alt', { title })}
        hidden={svg === undefined}
      />
    </>
  );
}

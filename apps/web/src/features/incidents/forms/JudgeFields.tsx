import { useJudgementAids } from '../../../api/judgements';
import { useMeta } from '../../../api/meta';
import type { IncidentPage } from '../../../api/incident-types';
import type { Factor, FactorScale, RiskMatrix } from '../../../api/risk-types';
import { useSay } from '../../../i18n/words';
import { useSaying } from '../words/use-say';
import { FieldInput } from './FieldInput';
import { FactorField } from './FactorField';
import { CONSEQUENCE, LIKELIHOOD, riskOf, type Risk, type Scores } from './risk';
import { RiskPanel } from './RiskPanel';
import { useText } from './text';
import type { CommandFormState } from './use-command-form';
import { textIn, type Values } from './values';
import styles from './judge.module.css';

interface JudgeFieldsProps {
  readonly form: CommandFormState;
  readonly incident: IncidentPage;
}

interface Scaled {
  readonly factor: Factor;
  /** The parameter: `likelihood.spread`. */
  readonly path: string;
  readonly scale: FactorScale;
}

const likelihoodOf = ({ likelihood }: RiskMatrix): Scaled[] =>
  LIKELIHOOD.map((factor) => ({ factor, path: `likelihood.${factor}`, scale: likelihood[factor] }));
const consequenceOf = ({ consequence }: RiskMatrix): Scaled[] =>
  CONSEQUENCE.map((factor) => ({
    factor,
    path: `consequence.${factor}`,
    scale: consequence[factor],
  }));

function scoresIn(values: Values, factors: readonly Scaled[]): Scores {
  const given = factors.flatMap(({ factor, path }) => {
    const typed = textIn(values, path);
    return typed === '' ? [] : [[factor, Number(typed)] as const];
  });
  return Object.fromEntries(given);
}

/** The judgement: seven factors in words, what the matrix makes of them, and what the analyst decides. */
export default function JudgeFields(props: JudgeFieldsProps) {
  const matrix = useMeta()?.matrix;
  return matrix ? <Scored {...props} matrix={matrix} /> : <Plain {...props} />;
}

function Scored({ form, incident, matrix }: JudgeFieldsProps & { readonly matrix: RiskMatrix }) {
  const t = useText();
  const say = useSay();
  const groups = [
    { title: t('judge.likelihood'), factors: likelihoodOf(matrix) },
    { title: t('judge.consequence'), factors: consequenceOf(matrix) },
  ];
  const factors = groups.flatMap((group) => group.factors);
  const values = form.draft.value;
  const scores = scoresIn(values, factors);
  const risk = riskOf(scores, matrix.bands);

  const score = ({ factor, path }: Scaled, level: number) => {
    const next = riskOf({ ...scores, [factor]: level }, matrix.bands);
    const severity = textIn(values, 'severity');
    // A severity that somebody chose stays; one that followed the matrix goes on following it.
    const follows = severity === '' || severity === risk?.severity;
    form.draft.change({
      [path]: String(level),
      ...(follows && next ? { severity: next.severity } : {}),
    });
  };

  return (
    <>
      <RiskPanel
        matrix={matrix}
        risk={risk}
        done={Object.keys(scores).length}
        all={factors.length}
      />
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h4 className={styles.group}>{group.title}</h4>
          {group.factors.map((scaled) => (
            <FactorField
              key={scaled.path}
              name={`judge-${scaled.path}`}
              title={say(scaled.scale.title)}
              levels={scaled.scale.levels.map((level) => ({
                words: say(level),
                example: say(level.example),
              }))}
              value={scores[scaled.factor] ?? null}
              onChange={(level) => score(scaled, level)}
              errors={form.errorsOf(scaled.path)}
            />
          ))}
        </section>
      ))}
      <Decision form={form} incident={incident} risk={risk} />
    </>
  );
}

/** Severity, opinion, unit; the reason appears when one is owed. */
function Decision({ form, incident, risk }: JudgeFieldsProps & { readonly risk: Risk | null }) {
  const t = useText();
  const words = useSaying();
  const sayWords = useSay();
  const values = form.draft.value;
  const severity = textIn(values, 'severity');
  const decision = textIn(values, 'decision');
  const differs = risk !== null && severity !== '' && severity !== risk.severity;
  const reasonOwed = differs || decision === 'dismiss' || textIn(values, 'reason') !== '';
  const shown = ['severity', ...(reasonOwed ? ['reason'] : []), 'decision', 'unitId'];
  const responsible = useJudgementAids(incident.id).data?.responsible ?? null;
  return shown.flatMap((name) => {
    const field = form.fields.find((known) => known.name === name);
    if (!field) return [];
    const required =
      field.required || name === 'reason' || (name === 'unitId' && decision === 'dispose');
    return (
      <div key={name}>
        <FieldInput
          field={{ ...field, required }}
          name={`judge-${name}`}
          typed={values[name]}
          onChange={(value) => form.draft.change({ [name]: value })}
          errors={form.errorsOf(name)}
          incident={incident}
        />
        {name === 'unitId' && responsible !== null && (
          <p className={styles.note}>{sayWords(responsible.why)}</p>
        )}
        {name === 'severity' && differs && (
          <p className={styles.note}>{t('judge.differs', { grade: words.grade(risk.severity) })}</p>
        )}
        {name === 'severity' && (severity === 'I' || severity === 'II') && (
          <p className={styles.note}>{t('judge.leader')}</p>
        )}
      </div>
    );
  });
}

/** Without the scale in words, numbers still do. */
function Plain({ form, incident }: JudgeFieldsProps) {
  return form.fields.map((field) => (
    <FieldInput
      key={field.name}
      field={field}
      name={`judge-${field.name}`}
      typed={form.draft.value[field.name]}
      onChange={(value) => form.draft.change({ [field.name]: value })}
      errors={form.errorsOf(field.name)}
      incident={incident}
    />
  ));
}

import type { TopicsFile } from './core/index.js';
import { describeTopic, topicOf } from './core/index.js';
import type { TopicNotes } from './ports.js';

const fromTitle = (title: string): TopicNotes => ({
  ...describeTopic(title),
  ...{ place: null, truth: null, gravity: null, finding: null },
});

/** What is known of a topic: what its author wrote down, or otherwise what its title says. */
export function catalogueOf(file: TopicsFile | null): (title: string) => TopicNotes {
  const written = new Map((file?.topics ?? []).map((topic) => [topicOf(topic.title), topic]));
  return (seen) => {
    const topic = written.get(topicOf(seen));
    if (topic === undefined) return fromTitle(seen);
    const { title, claim, kind, category, place, truth, finding } = topic;
    const gravity = topic.gravity ?? null;
    return { title, claim, kind, category, place, truth, gravity, finding };
  };
}

import { type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failure, Waiting } from './answer-states.tsx';
import { Refused } from './answers.ts';

/** A part of the page that is loaded when it is first shown. */
export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function LazyView(props: Props) {
    const [view, setView] = useState<{ readonly component: ComponentType<Props> | undefined }>({
      component: loaded,
    });
    const [failure, setFailure] = useState<Refused>();
    useEffect(() => {
      if (loaded !== undefined) return;
      load().then(
        (component) => {
          loaded = component;
          setView({ component });
        },
        () =>
          setFailure(
            new Refused(
              'This view could not be loaded.',
              'Load the page anew; the desk may have been updated.',
              0,
            ),
          ),
      );
    }, []);
    if (view.component !== undefined) return h(view.component, props);
    return failure === undefined ? <Waiting words="Opening…" /> : <Failure failure={failure} />;
  };
}

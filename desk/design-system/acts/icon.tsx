import './icon.css';
import type { AbstractNode, IconDefinition } from '@ant-design/icons-svg/lib/types';
import { createElement, type ReactNode } from 'react';

/** A picture that stands beside a word, in the size and colour of the text around it. */
export function Icon({ of }: { of: IconDefinition }) {
  const picture = typeof of.icon === 'function' ? of.icon('currentColor', 'currentColor') : of.icon;
  return (
    <span className="icon" aria-hidden="true">
      <svg {...picture.attrs} width="1em" height="1em" fill="currentColor" role="presentation">
        {picture.children?.map(drawn)}
      </svg>
    </span>
  );
}

function drawn(node: AbstractNode, index: number): ReactNode {
  return createElement(node.tag, { ...node.attrs, key: index }, node.children?.map(drawn));
}

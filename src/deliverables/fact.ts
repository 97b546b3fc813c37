import { Drop } from 'liquidjs';
import { isMapping } from '../model/mapping.ts';
import { pathText, type Path } from '../model/path.ts';
import { DeliverableProblem } from './problem.ts';
import { kindOf, REFERS, type World } from './world.ts';

/** What tells the elements of a list apart, in a step, a call, a publication, a write, an option. */
export const IDENTITIES = ['id', 'to', 'message', 'store', 'option'];

/** An index that templates ask for: how many there are. */
const SIZE = 'size';

/**
 * A place in the model as a template sees it: `{{ channel.delivery }}` prints what is stated there, or marks that nothing
 * is. A field of a name that stands for a part is the field of that part: `{{ message.channel.delivery }}`.
 */
export class Fact extends Drop {
  readonly world: World;
  readonly path: Path;
  readonly value: unknown;
  /** Whether it is one of several at its path. */
  readonly isElement: boolean;

  constructor(world: World, path: Path, value: unknown = world.valueAt(path), isElement = false) {
    super();
    this.world = world;
    this.path = path;
    this.value = value;
    this.isElement = isElement;
  }

  /** What conditions and loops see: the value, and for a section or a list its parts. */
  override valueOf(): unknown {
    const { world, path, value } = this;
    if (path.length === 1 && path[0] !== 'goals') return this.parts();
    const element = (one: unknown) => new Fact(world, path, one, true);
    if (typeof value === 'string' && !this.isElement && world.isList(path)) return [element(value)];
    if (!Array.isArray(value)) return value;
    return value.map((one, at) => (isMapping(one) ? new Fact(world, [...path, at], one) : element(one)));
  }

  /** The parts of a section; nothing where the section is unstated. */
  parts(): Fact[] | undefined {
    return this.world.namesOf(String(this.path[0]))?.map((one) => new Fact(this.world, [...this.path, one]));
  }

  /** What it is called: the part's name, or what tells it apart in its list. */
  get title(): string {
    const { path, value } = this;
    if (path.length === 2) return String(path[1]);
    const [identity] = isMapping(value) ? IDENTITIES.flatMap((key) => value[key] ?? []) : [];
    return typeof identity === 'string' ? identity : pathText(path);
  }

  override liquidMethodMissing(key: string | number): unknown {
    if (typeof key === 'number') return asList(this.valueOf())[key];
    if (key === SIZE) return asList(this.valueOf()).length;
    if (key === 'name') return this.title;
    if (key === 'parent') return new Fact(this.world, this.path.slice(0, 2));
    const part = this.#part();
    // Where nothing is stated, that is what is lacking; a mechanism that is absent has no facts.
    if (part === undefined || !isMapping(part.value)) return this;
    const relation = part.world.relationsOf(part.path)[key];
    if (relation !== undefined) return relation(part);
    if (!part.world.keysAt(part.path).has(key)) throw unknownField(part, key);
    return new Fact(part.world, [...part.path, key]);
  }

  /** The part itself, or the one that this name stands for. */
  #part(): Fact | undefined {
    const { world, path, value } = this;
    if (typeof value !== 'string') return value === undefined ? undefined : this;
    const section = REFERS[kindOf(path)]?.find((one) => world.namesOf(one)?.includes(value) === true);
    return section === undefined ? this : new Fact(world, [section, value]);
  }
}

/** A list of parts that the model does not hold as such. Where it is empty, `gap` is the fact that could fill it. */
export class Listed extends Drop {
  readonly world: World;
  readonly items: readonly Fact[];
  readonly gap: Fact | undefined;

  constructor(world: World, items: readonly Fact[], gap?: Fact) {
    super();
    this.world = world;
    this.items = items;
    this.gap = gap;
  }

  override valueOf(): readonly Fact[] {
    return this.items;
  }

  override liquidMethodMissing(key: string | number): unknown {
    return key === SIZE ? this.items.length : undefined;
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function unknownField({ world, path }: Fact, key: string): DeliverableProblem {
  const known = [...world.keysAt(path), ...Object.keys(world.relationsOf(path))].join(', ');
  return new DeliverableProblem(`${kindOf(path)} has no ${key}; it has: ${known}`);
}

import onnxProto from 'onnx-proto';
import type { onnx } from 'onnx-proto';

const { AttributeProto, ModelProto, TensorProto } = onnxProto.onnx;

/** The operator set that the graphs are written in. */
const OPSET = 13;
/** The file format version that goes with it. */
const IR_VERSION = 7;

/** The name of a tensor in a graph. */
export type Value = string;

/** A dimension: a number, or the name of one that is known only when the graph runs. */
type Dimension = number | string;

export type Shape = readonly Dimension[];

type AttributeValue = number | readonly number[] | { readonly float: number } | { readonly text: string };

/** A float attribute; a plain number is an integer one. */
export function float(value: number): AttributeValue {
  return { float: value };
}

/** A string attribute. */
export function text(value: string): AttributeValue {
  return { text: value };
}

/**
 * Builds one ONNX graph, node by node, and serialises it. Values are named after the operation that made them.
 */
export class GraphBuilder {
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #inputs: onnx.IValueInfoProto[] = [];
  readonly #outputs: onnx.IValueInfoProto[] = [];
  readonly #declared: onnx.IValueInfoProto[] = [];
  readonly #initializers: onnx.ITensorProto[] = [];
  readonly #constants = new Map<string, Value>();
  #count = 0;

  /** A float32 tensor that is fed at every run. */
  input(name: string, dimensions: Shape): Value {
    this.#inputs.push(describe(name, dimensions));
    return name;
  }

  /** Makes `value` an output of the graph under `name`. */
  output(name: string, value: Value, dimensions: Shape): void {
    this.#nodes.push({ name: `output ${name}`, opType: 'Identity', input: [value], output: [name] });
    this.#outputs.push(describe(name, dimensions));
  }

  /** Tells the runtime the shape of a value where it cannot infer it itself. */
  declare(value: Value, dimensions: Shape): void {
    this.#declared.push(describe(value, dimensions));
  }

  /** A float32 tensor that is part of the graph. Its memory is referred to until {@link serialise}. */
  weights(name: string, dimensions: readonly number[], data: Float32Array): Value {
    this.#initializers.push({
      name,
      dataType: TensorProto.DataType.FLOAT,
      dims: [...dimensions],
      rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    return name;
  }

  /** A small int64 vector, shared by everyone who asks for the same one. */
  integers(...values: readonly number[]): Value {
    return this.#constant(`integers [${values.join()}]`, {
      dataType: TensorProto.DataType.INT64,
      dims: [values.length],
      rawData: new Uint8Array(BigInt64Array.from(values, BigInt).buffer),
    });
  }

  /** A small float32 vector, shared likewise. */
  floats(...values: readonly number[]): Value {
    return this.#constant(`floats [${values.join()}]`, {
      dataType: TensorProto.DataType.FLOAT,
      dims: [values.length],
      rawData: new Uint8Array(Float32Array.from(values).buffer),
    });
  }

  /** A float32 scalar, shared likewise. */
  scalar(value: number): Value {
    return this.#constant(`scalar ${value}`, {
      dataType: TensorProto.DataType.FLOAT,
      dims: [],
      rawData: new Uint8Array(Float32Array.of(value).buffer),
    });
  }

  /** Adds an operation with one result. */
  node(opType: string, inputs: readonly Value[], attributes: Record<string, AttributeValue> = {}): Value {
    return this.nodes(opType, inputs, 1, attributes)[0];
  }

  /** Adds an operation with several results. */
  nodes(
    opType: string,
    inputs: readonly Value[],
    results: number,
    attributes: Record<string, AttributeValue> = {},
  ): Value[] {
    this.#count += 1;
    const name = `${this.#count} ${opType}`;
    const output = Array.from({ length: results }, (_, index) => (index === 0 ? name : `${name} ${index}`));
    this.#nodes.push({
      name,
      opType,
      input: [...inputs],
      output,
      attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    });
    return output;
  }

  /** The finished model as a protobuf. */
  serialise(): Uint8Array {
    return ModelProto.encode({
      irVersion: IR_VERSION,
      producerName: 'atelier',
      opsetImport: [{ domain: '', version: OPSET }],
      graph: {
        name: 'atelier',
        node: this.#nodes,
        input: this.#inputs,
        output: this.#outputs,
        valueInfo: this.#declared,
        initializer: this.#initializers,
      },
    }).finish();
  }

  #constant(name: string, tensor: onnx.ITensorProto): Value {
    const known = this.#constants.get(name);
    if (known !== undefined) return known;
    this.#initializers.push({ ...tensor, name });
    this.#constants.set(name, name);
    return name;
  }
}

function describe(name: string, dimensions: Shape): onnx.IValueInfoProto {
  return {
    name,
    type: {
      tensorType: {
        elemType: TensorProto.DataType.FLOAT,
        shape: {
          dim: dimensions.map((dimension) =>
            typeof dimension === 'number' ? { dimValue: dimension } : { dimParam: dimension },
          ),
        },
      },
    },
  };
}

function attribute(name: string, value: AttributeValue): onnx.IAttributeProto {
  const { AttributeType } = AttributeProto;
  if (typeof value === 'number') return { name, type: AttributeType.INT, i: value };
  if ('float' in value) return { name, type: AttributeType.FLOAT, f: value.float };
  if ('text' in value) return { name, type: AttributeType.STRING, s: new TextEncoder().encode(value.text) };
  return { name, type: AttributeType.INTS, ints: [...value] };
}

import protobuf from 'protobufjs/minimal';
import { littleEndian } from '../float32';

/** The part of onnx.proto that a feed-forward network needs; field numbers as there. */

export interface AttributeProto {
  readonly name: string;
  /** One of these, which says its type too. */
  readonly f?: number;
  readonly i?: number;
  readonly s?: string;
}

export interface NodeProto {
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly name: string;
  readonly opType: string;
  readonly attribute: readonly AttributeProto[];
}

export interface TensorProto {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  /** 64-bit whole numbers, or floats. */
  readonly values: Float32Array | readonly number[];
}

export interface ValueInfoProto {
  readonly name: string;
  readonly elemType: number;
  /** A name stands for any size. */
  readonly dims: readonly (number | string)[];
}

export interface GraphProto {
  readonly node: readonly NodeProto[];
  readonly name: string;
  readonly initializer: readonly TensorProto[];
  readonly input: readonly ValueInfoProto[];
  readonly output: readonly ValueInfoProto[];
}

export interface ModelProto {
  readonly irVersion: number;
  readonly producerName: string;
  readonly graph: GraphProto;
  readonly opsetImport: readonly { readonly domain: string; readonly version: number }[];
}

type Writer = protobuf.Writer;

const VARINT = 0;
const BYTES = 2;
const FIXED_32 = 5;

const ATTRIBUTE_TYPE = { f: 1, i: 2, s: 3 } as const;

/** One message, field by field. The minimal build of protobufjs is enough for it, and makes no code at run time. */
class Message {
  readonly #writer: Writer = protobuf.Writer.create();

  whole(field: number, value: number): this {
    this.#writer.uint32((field << 3) | VARINT).int64(value);
    return this;
  }

  float(field: number, value: number): this {
    this.#writer.uint32((field << 3) | FIXED_32).float(value);
    return this;
  }

  text(field: number, value: string): this {
    this.#writer.uint32((field << 3) | BYTES).string(value);
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#writer.uint32((field << 3) | BYTES).bytes(value);
    return this;
  }

  message(field: number, value: Message): this {
    return this.bytes(field, value.finish());
  }

  each<Value>(values: readonly Value[], write: (value: Value) => void): this {
    values.forEach(write);
    return this;
  }

  finish(): Uint8Array {
    return this.#writer.finish();
  }
}

function attributeMessage({ name, f, i, s }: AttributeProto): Message {
  const message = new Message().text(1, name);
  if (f !== undefined) return message.float(2, f).whole(20, ATTRIBUTE_TYPE.f);
  if (i !== undefined) return message.whole(3, i).whole(20, ATTRIBUTE_TYPE.i);
  return message.text(4, s ?? '').whole(20, ATTRIBUTE_TYPE.s);
}

function nodeMessage({ input, output, name, opType, attribute }: NodeProto): Message {
  const message = new Message();
  return message
    .each(input, (value) => message.text(1, value))
    .each(output, (value) => message.text(2, value))
    .text(3, name)
    .text(4, opType)
    .each(attribute, (value) => message.message(5, attributeMessage(value)));
}

/** ONNX has the bytes of each number from the lowest to the highest. */
function rawData(values: Float32Array | readonly number[]): Uint8Array {
  if (values instanceof Float32Array) return littleEndian(values);
  const view = new DataView(new ArrayBuffer(values.length * BigInt64Array.BYTES_PER_ELEMENT));
  values.forEach((value, index) => {
    view.setBigInt64(index * BigInt64Array.BYTES_PER_ELEMENT, BigInt(value), true);
  });
  return new Uint8Array(view.buffer);
}

function tensorMessage({ name, dims, dataType, values }: TensorProto): Message {
  const message = new Message();
  return message
    .each(dims, (size) => message.whole(1, size))
    .whole(2, dataType)
    .text(8, name)
    .bytes(9, rawData(values));
}

function valueInfoMessage({ name, elemType, dims }: ValueInfoProto): Message {
  const shape = new Message();
  for (const size of dims) {
    const dimension = new Message();
    shape.message(1, typeof size === 'number' ? dimension.whole(1, size) : dimension.text(2, size));
  }
  const tensorType = new Message().whole(1, elemType).message(2, shape);
  return new Message().text(1, name).message(2, new Message().message(1, tensorType));
}

function graphMessage({ node, name, initializer, input, output }: GraphProto): Message {
  const message = new Message();
  return message
    .each(node, (value) => message.message(1, nodeMessage(value)))
    .text(2, name)
    .each(initializer, (value) => message.message(5, tensorMessage(value)))
    .each(input, (value) => message.message(11, valueInfoMessage(value)))
    .each(output, (value) => message.message(12, valueInfoMessage(value)));
}

/** The bytes of a `.onnx` file. */
export function encodeModel({
  irVersion,
  producerName,
  graph,
  opsetImport,
}: ModelProto): Uint8Array<ArrayBuffer> {
  const message = new Message().whole(1, irVersion).text(2, producerName).message(7, graphMessage(graph));
  message.each(opsetImport, ({ domain, version }) =>
    message.message(8, new Message().text(1, domain).whole(2, version)),
  );
  // The library's own bytes may be a part of a larger buffer.
  return new Uint8Array(message.finish());
}

;; The inner loops of L-BFGS. Vectors are float32 and lie in the memory of a VectorMemory, each at a multiple of 64 bytes
;; and filled up with zeros to one. Everything is computed and summed in float64, where the product of two float32 is
;; exact.
;;
;; A pass over many vectors goes block by block, so that what they share stays in the processor's caches, and takes four
;; of them at once. Which vectors these are stands in a table that the caller fills: 16 bytes a row, the vector's address
;; and, 8 bytes on, a float64.
;;
;;   0 …       one block in float64
;;   $table …  the rows
;;   65536 …   the vectors

(module
  (memory (import "vectors" "memory") 1)

  ;; Bytes of float32 in a block; in float64 it takes twice as many.
  (global $block i32 (i32.const 16384))
  (global $table (export "table") i32 (i32.const 32768))

  ;; Adds `a · v` to the float64 of every row, `v` being the row's vector.
  ;; $bytes, of a vector: a multiple of 64, above 0. $rows: a multiple of 4, above 0.
  (func (export "dots") (param $a i32) (param $bytes i32) (param $rows i32)
    (local $from i32) (local $length i32) (local $row i32) (local $end i32)
    (local.set $end (i32.add (global.get $table) (i32.shl (local.get $rows) (i32.const 4))))
    (loop $blocks
      (local.set $length (call $blockLength (local.get $bytes) (local.get $from)))
      (call $widen (i32.add (local.get $a) (local.get $from)) (local.get $length))
      (local.set $row (global.get $table))
      (loop $fours
        (call $dotFour (local.get $row) (local.get $from) (local.get $length))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (br_if $fours (i32.lt_u (local.get $row) (local.get $end))))
      (local.set $from (i32.add (local.get $from) (local.get $length)))
      (br_if $blocks (i32.lt_u (local.get $from) (local.get $bytes)))))

  ;; `out = x + Σ c·v` over the rows, `c` being the row's float64.
  ;; Returns `s · s` and `s · g` with `s = out − x`, after rounding to float32.
  ;; $bytes, of a vector: a multiple of 64, above 0. $rows: a multiple of 4, above 0.
  (func (export "advance")
    (param $x i32) (param $g i32) (param $out i32) (param $bytes i32) (param $rows i32) (result f64 f64)
    (local $from i32) (local $length i32) (local $row i32) (local $end i32) (local $i i32)
    (local $after v128) (local $s v128) (local $ss v128) (local $sg v128)
    (local.set $end (i32.add (global.get $table) (i32.shl (local.get $rows) (i32.const 4))))
    (loop $blocks
      (local.set $length (call $blockLength (local.get $bytes) (local.get $from)))
      (call $widen (i32.add (local.get $x) (local.get $from)) (local.get $length))
      (local.set $row (global.get $table))
      (loop $fours
        (call $addFour (local.get $row) (local.get $from) (local.get $length))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (br_if $fours (i32.lt_u (local.get $row) (local.get $end))))
      (local.set $i (i32.const 0))
      (loop $pairs
        (local.set $after (f32x4.demote_f64x2_zero (v128.load (i32.shl (local.get $i) (i32.const 1)))))
        (v128.store64_lane 0 (i32.add (local.get $out) (local.get $from)) (local.get $after))
        (local.set $s
          (f64x2.sub
            (f64x2.promote_low_f32x4 (local.get $after))
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $x) (local.get $from))))))
        (local.set $ss (f64x2.add (local.get $ss) (f64x2.mul (local.get $s) (local.get $s))))
        (local.set $sg
          (f64x2.add
            (local.get $sg)
            (f64x2.mul
              (local.get $s)
              (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $g) (local.get $from)))))))
        (local.set $from (i32.add (local.get $from) (i32.const 8)))
        (local.set $i (i32.add (local.get $i) (i32.const 8)))
        (br_if $pairs (i32.lt_u (local.get $i) (local.get $length))))
      (br_if $blocks (i32.lt_u (local.get $from) (local.get $bytes))))
    (call $lanes (local.get $ss))
    (call $lanes (local.get $sg)))

  ;; Bytes of the block at $from: the last one may be shorter.
  (func $blockLength (param $bytes i32) (param $from i32) (result i32)
    (local $rest i32)
    (local.set $rest (i32.sub (local.get $bytes) (local.get $from)))
    (select (global.get $block) (local.get $rest) (i32.lt_u (global.get $block) (local.get $rest))))

  ;; Writes a block of a vector, as float64, to address 0.
  (func $widen (param $source i32) (param $length i32)
    (local $i i32)
    (loop $pairs
      (v128.store
        (i32.shl (local.get $i) (i32.const 1))
        (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $source) (local.get $i)))))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $pairs (i32.lt_u (local.get $i) (local.get $length)))))

  ;; Adds the products of the block at address 0 with the same block of four vectors to their rows.
  (func $dotFour (param $row i32) (param $from i32) (param $length i32)
    (local $v0 i32) (local $v1 i32) (local $v2 i32) (local $v3 i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $i i32) (local $a v128)
    (local.set $v0 (i32.add (i32.load offset=0 (local.get $row)) (local.get $from)))
    (local.set $v1 (i32.add (i32.load offset=16 (local.get $row)) (local.get $from)))
    (local.set $v2 (i32.add (i32.load offset=32 (local.get $row)) (local.get $from)))
    (local.set $v3 (i32.add (i32.load offset=48 (local.get $row)) (local.get $from)))
    (loop $pairs
      (local.set $a (v128.load (i32.shl (local.get $i) (i32.const 1))))
      (local.set $s0
        (f64x2.add
          (local.get $s0)
          (f64x2.mul
            (local.get $a)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v0) (local.get $i)))))))
      (local.set $s1
        (f64x2.add
          (local.get $s1)
          (f64x2.mul
            (local.get $a)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v1) (local.get $i)))))))
      (local.set $s2
        (f64x2.add
          (local.get $s2)
          (f64x2.mul
            (local.get $a)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v2) (local.get $i)))))))
      (local.set $s3
        (f64x2.add
          (local.get $s3)
          (f64x2.mul
            (local.get $a)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v3) (local.get $i)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $pairs (i32.lt_u (local.get $i) (local.get $length))))
    (call $addToRow (local.get $row) (local.get $s0))
    (call $addToRow (i32.add (local.get $row) (i32.const 16)) (local.get $s1))
    (call $addToRow (i32.add (local.get $row) (i32.const 32)) (local.get $s2))
    (call $addToRow (i32.add (local.get $row) (i32.const 48)) (local.get $s3)))

  (func $addToRow (param $row i32) (param $sum v128)
    (f64.store offset=8
      (local.get $row)
      (f64.add (f64.load offset=8 (local.get $row)) (call $lanes (local.get $sum)))))

  (func $lanes (param $sum v128) (result f64)
    (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 1 (local.get $sum))))

  ;; Adds the same block of four vectors, each times its row's number, to the block at address 0.
  (func $addFour (param $row i32) (param $from i32) (param $length i32)
    (local $v0 i32) (local $v1 i32) (local $v2 i32) (local $v3 i32)
    (local $c0 v128) (local $c1 v128) (local $c2 v128) (local $c3 v128)
    (local $i i32) (local $sum v128)
    (local.set $v0 (i32.add (i32.load offset=0 (local.get $row)) (local.get $from)))
    (local.set $v1 (i32.add (i32.load offset=16 (local.get $row)) (local.get $from)))
    (local.set $v2 (i32.add (i32.load offset=32 (local.get $row)) (local.get $from)))
    (local.set $v3 (i32.add (i32.load offset=48 (local.get $row)) (local.get $from)))
    (local.set $c0 (v128.load64_splat offset=8 (local.get $row)))
    (local.set $c1 (v128.load64_splat offset=24 (local.get $row)))
    (local.set $c2 (v128.load64_splat offset=40 (local.get $row)))
    (local.set $c3 (v128.load64_splat offset=56 (local.get $row)))
    (loop $pairs
      (local.set $sum
        (f64x2.add
          (v128.load (i32.shl (local.get $i) (i32.const 1)))
          (f64x2.mul
            (local.get $c0)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v0) (local.get $i)))))))
      (local.set $sum
        (f64x2.add
          (local.get $sum)
          (f64x2.mul
            (local.get $c1)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v1) (local.get $i)))))))
      (local.set $sum
        (f64x2.add
          (local.get $sum)
          (f64x2.mul
            (local.get $c2)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v2) (local.get $i)))))))
      (local.set $sum
        (f64x2.add
          (local.get $sum)
          (f64x2.mul
            (local.get $c3)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $v3) (local.get $i)))))))
      (v128.store (i32.shl (local.get $i) (i32.const 1)) (local.get $sum))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $pairs (i32.lt_u (local.get $i) (local.get $length))))))

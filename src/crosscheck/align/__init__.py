"""Which claims are about one fact, which names are one person's, body's or place's.

Statements of any kind: `blocking` finds candidate pairs, `surroundings`, `evidence` and
`competition` say how alike they are, `scoring` weighs them, `groups` joins them within
`stories`. Of their own ways: `people`, `places`, `organisations`, `quotes`, `events`, `ages`. The
`cast` is who is who, `record` what a facts sheet says, `draft` how a draft stands.
"""

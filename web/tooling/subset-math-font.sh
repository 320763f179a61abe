#!/bin/sh
# Makes the math font anew, for the characters that the formulas of the built core need.
# Needs: npm run build:core; apt-get install fonttools python3-brotli fonts-lmodern
set -eu
cd "$(dirname "$0")/../.."
node web/tooling/list-math-characters.mjs
"${PYTHON:-/usr/bin/python3}" web/tooling/subset_math_font.py

"""usage: others.py TOOL FILE PAGE...   Tables that another tool finds, one JSON object a line: {"page": 1, "rows": [["a", null]]}.

null is a place that the cell to its left covers, where the tool tells so. Exit code 3: the tool is not installed."""
import json
import sys

tool, path, pages = sys.argv[1], sys.argv[2], [int(page) for page in sys.argv[3:]]


def show(page, rows):
    print(json.dumps({"page": page, "rows": rows}, ensure_ascii=False))


try:
    if tool == "pdfplumber":
        import pdfplumber
        with pdfplumber.open(path) as document:
            for page in pages:
                for rows in document.pages[page - 1].extract_tables():
                    show(page, rows)
    elif tool == "camelot":
        import camelot
        for page in pages:
            for flavor in ("lattice", "stream"):
                tables = camelot.read_pdf(path, pages=str(page), flavor=flavor)
                for table in tables:
                    show(page, table.df.values.tolist())
                if len(tables):
                    break
    elif tool == "tabula":
        import tabula
        for page in pages:
            for table in tabula.read_pdf(path, pages=page, pandas_options={"header": None}, multiple_tables=True):
                show(page, table.fillna("").astype(str).values.tolist())
except ImportError:
    sys.exit(3)

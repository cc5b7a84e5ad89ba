"""Calls operations of a running service by what its OpenAPI document says, and by nothing else.

Arguments: the document, the address, an API key. Reads calls as JSON lines, writes answers as such.
Every body is held against its schema before it is sent, and every answer against the schema of its
status and media type.
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

from jsonschema import Draft202012Validator, FormatChecker, RefResolver


class Document:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.document = json.load(file)
        self.resolver = RefResolver.from_schema(self.document)
        self.operations = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, methods in self.document["paths"].items()
            for method, operation in methods.items()
        }

    def check(self, schema, value):
        checker = FormatChecker()
        Draft202012Validator(schema, resolver=self.resolver, format_checker=checker).validate(value)


def answer_of(document, address, key, call):
    method, path, operation = document.operations[call["operationId"]]
    for name, value in call.get("path", {}).items():
        path = path.replace("{" + name + "}", urllib.parse.quote(value, safe=""))
    headers = {"authorization": "Bearer " + key, **call.get("headers", {})}
    names = {each["name"] for each in operation.get("parameters", []) if each["in"] == "header"}
    assert set(call.get("headers", {})) <= names, "a header that the document does not name"
    data = None
    if "body" in call:
        media = operation["requestBody"]["content"]["application/json"]
        document.check(media["schema"], call["body"])
        data = json.dumps(call["body"]).encode()
        headers["content-type"] = "application/json"
    request = urllib.request.Request(address + path, data, headers, method=method)
    try:
        response = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        response = error
    with response:
        kind = response.headers.get_content_type()
        body = json.load(response)
        described = operation["responses"][str(response.status)]
        document.check(described["content"][kind]["schema"], body)
        return {"status": response.status, "body": body}


def main():
    _, path, address, key = sys.argv
    document = Document(path)
    for line in sys.stdin:
        print(json.dumps(answer_of(document, address, key, json.loads(line))), flush=True)


main()

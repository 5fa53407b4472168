#include "gateway/dialects/json_problem.h"

#include <google/protobuf/descriptor.h>
#include <re2/re2.h>

namespace voronka::gateway {
namespace {

constexpr char kTypeUrl[] = "type.googleapis.com/";

bool IsEnum(const std::string& type) {
  return type.starts_with(kTypeUrl) && google::protobuf::DescriptorPool::generated_pool()->FindEnumTypeByName(
                                           type.substr(sizeof(kTypeUrl) - 1)) != nullptr;
}

// `type`: as protobuf names it, `TYPE_INT64` or `type.googleapis.com/google.protobuf.Timestamp`.
rpc::Text WhatBelongsThere(const std::string& type) {
  if (type.find("INT") != std::string::npos) return {"A whole number is expected.", "Нужно целое число."};
  if (type == "TYPE_BOOL") return {"true or false is expected.", "Нужно true или false."};
  if (type == "TYPE_STRING") return {"A text in quotes is expected.", "Нужен текст в кавычках."};
  if (type.ends_with(".Timestamp")) {
    return {"A time like 2026-12-01T10:00:00+03:00 is expected.", "Нужно время в виде 2026-12-01T10:00:00+03:00."};
  }
  if (type.ends_with(".Duration")) return {"A duration like 300s is expected.", "Нужна длительность в виде 300s."};
  if (type.ends_with(".FieldMask")) {
    return {"Names of fields with commas are expected.", "Нужны имена полей через запятую."};
  }
  if (IsEnum(type)) return {"There is no such choice.", "Такого варианта нет."};
  return {"Another kind of value is expected.", "Нужно значение другого вида."};
}

}  // namespace

Refused NotThisMessage(const std::string& problem) {
  static const RE2 wrong_value(R"(\(([^)]*)\): invalid value .* for type (\S+))");
  static const RE2 unknown_field(R"((?:\(([^)]*)\) )?(\S+): Cannot find field[.])");
  std::string path;
  std::string what;
  if (RE2::FullMatch(problem, wrong_value, &path, &what)) return Malformed(path, WhatBelongsThere(what));
  if (RE2::FullMatch(problem, unknown_field, &path, &what)) {
    return Malformed(path.empty() ? what : path + '.' + what,
                     {"There is no field " + what + ".", "Поля " + what + " нет."});
  }
  return Malformed("",
                   {"The body is not the JSON that is expected: " + problem, "Тело запроса — не тот JSON: " + problem});
}

}  // namespace voronka::gateway

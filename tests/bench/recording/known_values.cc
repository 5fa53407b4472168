#include "tests/bench/recording/known_values.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "foundation/process/clock.h"
#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/row_mapping.h"

namespace voronka::bench {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using storage::Bytes;
using storage::Value;

constexpr int64_t kSmallestTelling = 100'000;
constexpr size_t kShortestTelling = 8;
constexpr int64_t kMinute = 60'000'000;

const int64_t* Number(const Value& value) { return std::get_if<int64_t>(&value.content()); }
const std::string* Text(const Value& value) { return std::get_if<std::string>(&value.content()); }

bool IsTelling(const Value& value) {
  if (const auto* number = Number(value)) return std::abs(*number) >= kSmallestTelling;
  const auto* text = Text(value);
  return text != nullptr && text->size() >= kShortestTelling;
}

Parameter OfColumn(const std::string& name, bool negated, int64_t plus) {
  Parameter parameter;
  parameter.mutable_column()->set_name(name);
  parameter.mutable_column()->set_negated(negated);
  parameter.mutable_column()->set_plus(plus);
  return parameter;
}

Parameter Constant(const Value& value) {
  Parameter parameter;
  if (value.IsNull()) parameter.set_null(true);
  if (const auto* number = Number(value)) parameter.set_number(*number);
  if (const auto* text = Text(value)) parameter.set_text(*text);
  if (const auto* bytes = std::get_if<Bytes>(&value.content())) parameter.set_blob(bytes->value);
  return parameter;
}

Value ValueOf(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) return {reflection.GetString(message, &field)};
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) return {reflection.GetInt64(message, &field)};
  return {};
}

}  // namespace

KnownValues::KnownValues(int64_t account_id, const Message& request)
    : began_micros_(process::SystemClock().NowMicros()) {
  Parameter account;
  account.set_account_id(true);
  Know(account_id, account);
  Parameter partition;
  partition.set_partition(true);
  Know(rpc::PartitionOf(account_id), partition);
  AddFields(request, "");
}

void KnownValues::AddFields(const Message& message, const std::string& prefix) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->is_repeated()) continue;
    const std::string path = prefix + field->name();
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      AddFields(message.GetReflection()->GetMessage(message, field), path + ".");
      continue;
    }
    Parameter source;
    source.set_request_field(path);
    Add(ValueOf(message, *field), source);
  }
}

void KnownValues::AddColumns(const Message& row) {
  const auto& mapping = storage::RowMapping::Of(*row.GetDescriptor());
  std::vector<Value> values;
  mapping.AppendValues(row, values);
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string& name = mapping.columns()[i].name;
    Add(values[i], OfColumn(name, false, 0));
    const auto* number = Number(values[i]);
    if (number == nullptr) continue;
    Add(Value(-*number), OfColumn(name, true, 0));
    // For example versions, which grow.
    Add(Value(*number + 1), OfColumn(name, false, 1));
  }
}

void KnownValues::Add(const Value& value, const Parameter& source) {
  if (IsTelling(value)) Know(value, source);
}

void KnownValues::Know(const Value& value, const Parameter& source) { sources_.emplace_back(value, source); }

Parameter KnownValues::SourceOf(const Value& value) {
  const auto known = std::ranges::find(sources_, value, [](const auto& source) { return source.first; });
  if (known != sources_.end()) return known->second;
  const auto* number = Number(value);
  if (number == nullptr) return Constant(value);
  if (*number >= kFirstFreshId && *number < kEndOfFreshIds) return FreshId(*number);
  if (std::abs(*number - began_micros_) < kMinute) {
    Parameter now;
    now.set_now(true);
    return now;
  }
  return Constant(value);
}

Parameter KnownValues::FreshId(int64_t id) {
  auto found = std::ranges::find(fresh_ids_, id);
  if (found == fresh_ids_.end()) found = fresh_ids_.insert(found, id);
  Parameter parameter;
  parameter.set_fresh_id(static_cast<int>(found - fresh_ids_.begin()));
  return parameter;
}

}  // namespace voronka::bench

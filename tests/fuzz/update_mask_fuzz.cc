#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/update_mask.h"
#include "sheet.pb.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::util::MessageDifferencer;
using notes::v1::Sheet;
using notes::v1::UpdateSheetRequest;
using Names = std::vector<std::string>;

// A value for every kind of field.
const Sheet& FullSheet() {
  static const Sheet sheet = [] {
    Sheet full;
    google::protobuf::TextFormat::ParseFromString(R"(
      id: 3 title: "Plan" key: "plan" body: "a\nb" weight: 2 lasts { seconds: 5 } due { seconds: 7 } colour: COLOUR_RED
      phones: "1" colours: COLOUR_RED sent { key: "a" value: "b" } price { minor: 1 currency: "RUB" } prices {}
      nickname: "bob" rank: 0 stamp: "\001" members: 4 size: 9 remarks: "no")",
                                                  &full);
    return full;
  }();
  return sheet;
}

bool Contains(const auto& names, const std::string& name) { return std::ranges::count(names, name) > 0; }

bool IsSame(const Sheet& a, const Sheet& b, const FieldDescriptor& field) {
  return MessageDifferencer().CompareWithFields(a, b, {&field}, {&field});
}

bool IsNamed(const google::protobuf::FieldMask& mask, const FieldDescriptor& field) {
  return mask.paths().empty() || mask.paths(0) == "*" || Contains(mask.paths(), field.name());
}

void CheckChanged(const UpdateSheetRequest& request, const Sheet& after, const FieldDescriptor& field) {
  const auto& rules = rpc::FieldRules::Of(field);
  Require(!rules.output_only && !rules.immutable, "what may not change does not");
  Require(IsNamed(request.update_mask(), field), "only what the mask names changes");
  Require(IsSame(after, request.sheet(), field), "a field gets the value of the change");
}

void CheckUpdate(const UpdateSheetRequest& request, const Sheet& before) {
  Sheet after = before;
  const Names changed = rpc::ApplyUpdate(request.sheet(), request.update_mask(), after);
  for (int i = 0; i < Sheet::descriptor()->field_count(); ++i) {
    const FieldDescriptor& field = *Sheet::descriptor()->field(i);
    if (Contains(changed, field.name())) {
      CheckChanged(request, after, field);
    } else {
      Require(IsSame(before, after, field), "what is another now is told");
    }
  }
  Require(rpc::ApplyUpdate(request.sheet(), request.update_mask(), after).empty(), "a change is made once");
}

}  // namespace

// The input is the wire format of a request.
void Check(const std::string& input) {
  UpdateSheetRequest request;
  if (!request.ParseFromString(input)) return;
  try {
    CheckUpdate(request, Sheet());
    CheckUpdate(request, FullSheet());
  } catch (const rpc::Error& error) {
    Require(error.code() == rpc::Code::kInvalidArgument, "a mask that is refused is the caller's mistake");
  }
}

}  // namespace voronka::fuzz

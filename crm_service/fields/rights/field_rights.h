#pragma once

#include <google/protobuf/message.h>

#include <map>
#include <set>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Which of the account's own fields a role sees and may change. Pure decisions.

bool SeesField(options::v1::Role role, const v1::Field& field);
bool MayEditField(options::v1::Role role, const v1::Field& field);

// Keys of the fields that a role does not see.
using HiddenFields = std::map<v1::Entity, std::set<std::string>>;

// Adds those of a field set, with the ones in its bin, whose values are kept.
void AddHidden(options::v1::Role role, const v1::FieldSet& field_set, HiddenFields& hidden);

// Takes them out of every deal, contact, company, field set, pipeline, inquiry and told edit that a message is or
// holds.
void Hide(const HiddenFields& hidden, google::protobuf::Message& message);

// FIELD_NOT_EDITABLE at `path`.
void AddNotEditable(const std::string& path, rpc::Violations& violations);

}  // namespace voronka::crm

#pragma once

#include <google/protobuf/timestamp.pb.h>

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/configuration/documents/document.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// What becomes of what a document does not name.
enum class Others { kStay, kGo };

// The account's configuration after the document is applied. New resources have the id 0. What goes is archived at
// `now`; fields go to the bin, choices are retired. Pure.
AccountConfiguration Merged(const AccountConfiguration& before, const v1::Configuration& wanted, Others others,
                            const google::protobuf::Timestamp& now);

// A field set of the document with what the account keeps of its own after it. `told`: the pipelines that documents
// name.
v1::FieldSet Completed(const v1::FieldSet& before, v1::FieldSet wanted, Others others, const PipelineKeys& told);

}  // namespace voronka::crm

#pragma once

#include <set>
#include <string>

#include "crm_service/configuration/documents/account_configuration.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// Pipelines, by key.
using PipelineKeys = std::set<std::string>;

PipelineKeys InUse(const AccountConfiguration& configuration);
// Those in use that forms may name.
PipelineKeys TakingInquiries(const AccountConfiguration& configuration);

// What another account may be given: without what the system sets, what is archived, and whatever names that. A form
// that names a pipeline from before it was for errands or warming sends inquiries to the default, and the document says
// so. Queues name their people, whom WithoutPeople leaves out.
v1::Configuration DocumentOf(const AccountConfiguration& configuration);
// The same, where names of these pipelines are told: to compare a configuration with another that has them.
v1::Configuration DocumentOf(const AccountConfiguration& configuration, const PipelineKeys& named);

// What the document tells of such names.
std::string NameIn(const PipelineKeys& named, const std::string& pipeline);
google::protobuf::RepeatedPtrField<std::string> NamesIn(const PipelineKeys& named, const v1::Field& field);
// The document does not tell of the field, which no pipeline shows.
bool IsInNoneOf(const PipelineKeys& named, const v1::Field& field);

}  // namespace voronka::crm

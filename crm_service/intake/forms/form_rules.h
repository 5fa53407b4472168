#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Takes nothing any more, and leaves the lists.
inline bool IsArchived(const v1::Form& form) { return form.has_archive_time(); }

// What is wrong with a form that an admin writes: an unknown target of a field (UNKNOWN_TARGET), consent that is
// required to nothing (CONSENT_TEXT_REQUIRED).
void CheckForm(const v1::Form& form, rpc::Violations& violations);

// The same of the pipeline that it names: there is none (UNKNOWN_PIPELINE), or it is archived (PIPELINE_ARCHIVED) and
// not the one that the form named before, by its key.
void CheckPipelineOfForm(const std::optional<v1::Pipeline>& pipeline, const std::string& named_before,
                         rpc::Violations& violations);

}  // namespace voronka::crm

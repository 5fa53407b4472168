#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// The files that a note names, as they are now, each once. Adds UNKNOWN_FILE for each that the deal does not have.
v1::TimelineEntry::NotedFiles FilesOfNote(rpc::Session& session, const v1::AddNoteRequest& request,
                                          rpc::Violations& violations);

// Tells what the files of notes are called now, and which were removed since.
void TellFilesOfNotes(rpc::Session& session, std::vector<v1::TimelineEntry>& entries);

}  // namespace voronka::crm

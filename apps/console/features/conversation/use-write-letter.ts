import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { letterViewSchema } from '#contracts/letters.http.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';

/** Opens the conversation's unpublished letter, or begins one. */
export function useWriteLetter(conversationId: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: () => act(letterViewSchema, { method: 'POST', path: '/letters', body: { conversationId } }),
    onSuccess: (letter) => {
      queries.setQueryData(keys.letter(letter.id), letter);
      void navigate(`/letters/${letter.id}`);
    },
    onError: (error) => tell.problem(error),
  });
}
